using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using Heluo.Registry;

namespace Heluo.Cases;

/// <summary>Checks that agencies and divisions named in clean answers exist in the city.</summary>
internal static class PlaceCheck
{
    public static IEnumerable<Fault> Faults(
        ImmutableArray<Field> form, ImmutableDictionary<string, JsonElement> clean, City city)
    {
        foreach (var field in form)
        {
            if (field.Type is FieldType.Agency or FieldType.Area
                && clean.TryGetValue(field.Name, out var value) && value.GetString() is { } id
                && !(field.Type == FieldType.Agency ? city.FindAgency(id) is not null : city.Knows(id)))
            {
                yield return new Fault(field.Name, "answers.unknown_place", "The city has no such place.");
            }
        }
    }
}
