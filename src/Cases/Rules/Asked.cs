using System.Text.Json;
using Heluo.Cel;
using Heluo.Kernel;
using Heluo.Packs;
using NodaTime;

namespace Heluo.Cases;

/// <summary>What conditions of a pack may see at one moment of one case. Immutable; each method that adds gives a new
/// one.</summary>
public sealed class Asked
{
    private readonly CaseRules rules;
    private readonly Case state;
    private readonly Actor actor;
    private readonly Instant at;
    private readonly CelValue[] slots;

    internal Asked(CaseRules rules, Case state, Actor actor, Instant at)
    {
        (this.rules, this.state, this.actor, this.at) = (rules, state, actor, at);
        slots =
        [
            CelValue.Of(new CaseRecord(this)),
            Map(state.Answers),
            CelValue.Of(CelMap.From(state.Params.Select(one => KeyValuePair.Create(one.Key, CelValue.Of(one.Value))))),
            CelValue.Of(CelMap.Empty),
            default,
            CelValue.Of(new CelRow(RuleScope.ActorType).Set("id", actor.Id).Set("kind", Kind(actor))),
            CelValue.From(at.ToDateTimeOffset()),
        ];
    }

    private Asked(Asked other, int slot, CelValue value)
    {
        (rules, state, actor, at) = (other.rules, other.state, other.actor, other.at);
        slots = [.. other.slots];
        slots[slot] = value;
        slots[0] = CelValue.Of(new CaseRecord(this));
    }

    /// <summary>With these answers of the case.</summary>
    public Asked Answering(IReadOnlyDictionary<string, JsonElement> answers) => new(this, 1, Map(answers));

    /// <summary>With what is told by an act.</summary>
    public Asked Telling(IReadOnlyDictionary<string, JsonElement> told) => new(this, 3, Map(told));

    /// <summary>On an open step of the plan.</summary>
    public Asked On(string? step) => state.Plan.FirstOrDefault(one => one.Id == step) is { } open
        ? new(this, 4, CelValue.Of(new CelRow(RuleScope.StepType).Set("id", open.Id).Set("role", open.Role)))
        : this;

    /// <summary>Whether a condition holds. One that cannot be judged does not hold: deny by default.</summary>
    public bool Holds(CelText text) => Judge(text) is true;

    /// <summary>Whether a condition holds; null when that cannot be judged yet, as long as an answer is
    /// missing.</summary>
    public bool? Judge(CelText text) => Run(text) is { Kind: CelKind.Bool } judged ? judged.AsBool : null;

    /// <summary>A whole number from 0, or how many entries a list has; 0 when it is neither.</summary>
    public int Count(CelText text) => Run(text) switch
    {
        { Kind: CelKind.Int } number => (int)Math.Clamp(number.AsInt, 0, int.MaxValue),
        { Kind: CelKind.List } list => list.AsList.Count,
        _ => 0,
    };

    /// <summary>A number; null when it is none.</summary>
    public decimal? Number(CelText text) => Run(text) switch
    {
        { Kind: CelKind.Int } number => number.AsInt,
        { Kind: CelKind.Uint } number => number.AsUint,
        { Kind: CelKind.Double } number when Math.Abs(number.AsDouble) < 1e12 => (decimal)number.AsDouble,
        _ => null,
    };

    /// <summary>A text; empty when it is none.</summary>
    public string Text(CelText text) => Run(text) is { Kind: CelKind.String } value ? value.AsString : "";

    /// <summary>Any value as JSON; null when it cannot be worked out.</summary>
    public JsonElement? Value(CelText text)
    {
        var value = Run(text);
        if (value.Kind is CelKind.Error or CelKind.None)
        {
            return null;
        }

        using var json = JsonDocument.Parse(value.ToJson());
        return json.RootElement.Clone();
    }

    /// <summary>The clocks that have not stopped and whose limit has run out.</summary>
    private IEnumerable<string> Late() => state.Clocks
        .Where(clock => clock.Runs && clock.Due(rules.Calendar(state), at).Late)
        .Select(clock => clock.Id);

    private CelValue Run(CelText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RuleScope.Program(text) is { } program
            ? program.Run(slots).Value
            : CelValue.Fail("case.rule", "The rule cannot be compiled");
    }

    private static CelValue Map(IReadOnlyDictionary<string, JsonElement> values) =>
        CelValue.Of(CelMap.From(values.Select(one => KeyValuePair.Create(one.Key, CelValue.From(one.Value)))));

    private static string Kind(Actor actor) => actor.Kind switch
    {
        ActorKind.Resident => "resident",
        ActorKind.Officer => "officer",
        ActorKind.Machine => "machine",
        ActorKind.House => "house",
        _ => "other",
    };

    /// <summary>The case as conditions see it; a field is worked out only when it is read.</summary>
    private sealed class CaseRecord(Asked asked) : CelRecord
    {
        public override CelType Type => RuleScope.CaseType;

        public override bool TryGet(CelField field, out CelValue value)
        {
            var state = asked.state;
            value = field.Index switch
            {
                0 => state.Number,
                1 => state.Stage,
                2 => state.Area,
                3 => state.Agency,
                4 => state.Channel,
                5 => CelValue.From(state.OpenedAt.ToDateTimeOffset()),
                6 => CelValue.Of(CelList.From(asked.rules.Missing(state, asked).Select(one => CelValue.Of(one)))),
                7 => CelValue.Of(CelMap.From(state.Acts.Select(
                    act => KeyValuePair.Create(act.Key, CelValue.Of((long)act.Value.Times))))),
                8 => Map(state.Marks),
                9 => CelValue.Of(CelList.From(asked.Late().Select(CelValue.Of))),
                _ => default,
            };
            return value.Kind != CelKind.None;
        }
    }
}
