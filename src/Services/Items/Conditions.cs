using System.Text.Json;
using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;
using NodaTime;

namespace Heluo.Services;

/// <summary>Asks the conditions of an item before there is a case: for a guide, or a draft.</summary>
public sealed class Conditions
{
    private readonly Asked asked;

    /// <summary>Without any answer.</summary>
    public Conditions(Rulebook book, Item item, Actor actor, Instant now)
    {
        ArgumentNullException.ThrowIfNull(book);
        asked = book.AskAbout(item, actor, now);
    }

    private Conditions(Asked asked) => this.asked = asked;

    /// <summary>With these answers.</summary>
    public Conditions Answering(IReadOnlyDictionary<string, JsonElement> answers) => new(asked.Answering(answers));

    /// <summary>Whether a question is asked.</summary>
    public bool Asks(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.When is null || asked.Holds(field.When);
    }

    /// <summary>Whether a material is wanted.</summary>
    public bool Wants(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        return material.Rule.When is null || asked.Holds(material.Rule.When);
    }

    /// <summary>Whether the answers so far leave open if a material is wanted.</summary>
    public bool LeavesOpen(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        return material.Rule.When is { } when && asked.Judge(when) is null;
    }

    /// <summary>Whether the answers so far leave open if a question is asked.</summary>
    public bool LeavesOpen(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.When is { } when && asked.Judge(when) is null;
    }

    /// <summary>Whether a condition holds; one that rests on a missing answer does not.</summary>
    public bool Holds(CelText condition) => asked.Holds(condition);
}
