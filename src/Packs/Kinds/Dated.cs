using System.Collections.Immutable;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Packs;

/// <summary>One dated version of a definition.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Effective">When it is in force.</param>
/// <param name="Value">What it says.</param>
/// <param name="At">Where it stands.</param>
public sealed record DatedVersion<T>(int Number, EffectivePeriod Effective, T Value, PackAt At);

/// <summary>A definition over time: its versions never overlap, so that each day has one or none.</summary>
/// <param name="Id">The definition's id.</param>
/// <param name="Versions">The versions by the day they begin, at least one.</param>
public sealed record Dated<T>(string Id, ImmutableArray<DatedVersion<T>> Versions)
{
    /// <summary>The version in force on a day; null when there is none.</summary>
    public DatedVersion<T>? On(LocalDate day)
    {
        foreach (var version in Versions)
        {
            if (version.Effective.Contains(day))
            {
                return version;
            }
        }

        return null;
    }

    /// <summary>The version with a number; null when there is none.</summary>
    public DatedVersion<T>? Find(int number)
    {
        foreach (var version in Versions)
        {
            if (version.Number == number)
            {
                return version;
            }
        }

        return null;
    }
}
