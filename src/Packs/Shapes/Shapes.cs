using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Kernel;
using NodaTime;

namespace Heluo.Packs;

/// <summary>The shapes of single values, and the ways to compose them.</summary>
public static partial class Shapes
{
    private const string IdPattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
    private const string DivisionPattern = "^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$";

    /// <summary>An id in kebab-case, at most 60 characters: <c>food-business</c>.</summary>
    public static Shape<string> Id { get; } = new TextShape(
        PackLimits.IdCharacters,
        pattern: IdPattern,
        patternWords: "a kebab-case id such as food-business",
        code: "pack.bad_id",
        fits: Kebab.IsId);

    /// <summary>A division's code: 2, 4, 6, 9 or 12 digits, quoted.</summary>
    public static Shape<string> DivisionCode { get; } = new TextShape(
        12,
        pattern: DivisionPattern,
        patternWords: "a division code of 2, 4, 6, 9 or 12 digits",
        code: "pack.bad_division",
        fits: code => code.Length is 2 or 4 or 6 or 9 or 12 && !code.AsSpan().ContainsAnyExceptInRange('0', '9'));

    /// <summary>A calendar day, <c>2021-01-04</c>, 1900 to 2199.</summary>
    public static Shape<LocalDate> Date { get; } = new DateShape();

    /// <summary>A time of day to the minute, <c>08:30</c>.</summary>
    public static Shape<LocalTime> Time { get; } =
        Text(5, TimeShape.Pattern, "a time such as 08:30").As(TimeShape.Parse);

    /// <summary>true or false.</summary>
    public static Shape<bool> Bool { get; } = new BoolShape();

    /// <summary>A value of any form: text, number, boolean, nothing, list or map, as JSON has it. For given
    /// answers.</summary>
    public static Shape<JsonElement> Json { get; } = new JsonShape();

    /// <summary>From a first day to an exclusive end: <c>{from: 2019-01-01, to: 2020-01-01}</c>.</summary>
    public static Shape<EffectivePeriod> Period { get; } = Map(fields =>
    {
        var from = fields.Required("from", Date.About("The first day in force."));
        var to = fields.Optional("to", Date.About("The first day no longer in force."));
        if (to <= from)
        {
            fields.Fault(
                "to",
                "pack.period_empty",
                "The period ends before it begins; \"to\" is the first day no longer in force.");
        }

        return new EffectivePeriod(from, to);
    });

    /// <summary>An amount and its unit: <c>{amount: 20, unit: working-day}</c>.</summary>
    public static Shape<Limit> Limit { get; } = Map(fields =>
    {
        var limit = new Limit(
            fields.Required("amount", Decimal(0, Kernel.Limit.MaxHours)),
            fields.Required("unit", Unit));
        if (limit.Check() is { } fault)
        {
            fields.Fault("amount", fault.Code, fault.Sentence);
        }

        return limit;
    });

    private static Shape<TimeUnit> Unit =>
        new ChoiceShape<TimeUnit>([.. TimeUnits.Names], (TimeUnit[])System.Enum.GetValues(typeof(TimeUnit)));

    /// <summary>A cited article of a law in <c>laws/</c>, <c>licensing-law/42</c>; it must exist.</summary>
    public static Shape<string> Article { get; } = new ReferenceShape(Law.Article, new TextShape(
        80,
        pattern: "^[a-z][a-z0-9-]*/[0-9]+(-[0-9]+)?$",
        patternWords: "a law and an article such as licensing-law/42",
        code: "pack.bad_article"));

    /// <summary>A text on one line.</summary>
    /// <param name="max">The most characters.</param>
    public static Shape<string> Text(int max) => new TextShape(max);

    /// <summary>A text on one line that fits a pattern of JSON Schema's regular expressions, anchored with <c>^</c> and
    /// <c>$</c>.</summary>
    /// <param name="max">The most characters.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="words">What fits, for the sentence "… is not {words}".</param>
    public static Shape<string> Text(int max, string pattern, string words) =>
        new TextShape(max, pattern: pattern, patternWords: words);

    /// <summary>A text that may hold line breaks.</summary>
    /// <param name="max">The most characters.</param>
    public static Shape<string> Lines(int max) => new TextShape(max, lines: true);

    /// <summary>A CEL expression; the kind that declares it compiles it in a check, with its own names.</summary>
    /// <param name="max">The most characters.</param>
    public static Shape<CelText> Cel(int max = 2000) =>
        Lines(max).Placed((source, at) => new CelText(source, at)).About("A CEL expression.");

    /// <summary>A text in every language of the pack, on one line each.</summary>
    /// <param name="max">The most characters in one language.</param>
    public static Shape<Localized> Localized(int max = 400) => new LocalizedShape(Text(max));

    /// <summary>A text in every language of the pack that may hold line breaks.</summary>
    /// <param name="max">The most characters in one language.</param>
    public static Shape<Localized> LocalizedLines(int max = 20_000) => new LocalizedShape(Lines(max));

    /// <summary>A value for every language of the pack, e.g. a list of everyday words: <c>{zh: [...], en:
    /// [...]}</c>.</summary>
    public static Shape<ImmutableDictionary<string, T>> PerLanguage<T>(Shape<T> value) =>
        new PerLanguageShape<T>(value);

    /// <summary>A whole number, limits included.</summary>
    public static Shape<int> Int(int min, int max) => new IntShape(min, max);

    /// <summary>A decimal number, limits included.</summary>
    public static Shape<decimal> Decimal(decimal min, decimal max) => new DecimalShape(min, max);

    /// <summary>The kebab-case name of a member: <c>OtherPower</c> is written <c>other-power</c>.</summary>
    public static Shape<T> Enum<T>()
        where T : struct, Enum =>
        new ChoiceShape<T>([.. System.Enum.GetNames(typeof(T)).Select(Kebab.Of)],
            (T[])System.Enum.GetValues(typeof(T)));

    /// <summary>One of some names, each for a value.</summary>
    public static Shape<T> OneOf<T>(params IReadOnlyList<KeyValuePair<string, T>> choices) =>
        new ChoiceShape<T>([.. choices.Select(choice => choice.Key)], [.. choices.Select(choice => choice.Value)]);

    /// <summary>One of some words, which stand for themselves.</summary>
    public static Shape<string> Word(params IReadOnlyList<string> words) =>
        new ChoiceShape<string>([.. words], [.. words]);

    /// <summary>The id of a definition of a kind, which must exist when everything is read.</summary>
    /// <param name="kind">The kind's name, e.g. <c>role</c>.</param>
    /// <param name="id">What its ids look like; kebab-case when null.</param>
    public static Shape<string> Ref(string kind, Shape<string>? id = null) => new ReferenceShape(kind, id ?? Id);

    /// <summary>A list.</summary>
    /// <param name="item">What each entry looks like.</param>
    /// <param name="max">The most entries.</param>
    /// <param name="min">The fewest entries.</param>
    /// <param name="by">What no two entries may share, e.g. their id; null when nothing.</param>
    public static Shape<ImmutableArray<T>> List<T>(Shape<T> item, int max, int min = 0, Func<T, string>? by = null) =>
        new ListShape<T>(item, min, max, by);

    /// <summary>A map whose keys are ids of the author's choice, in the order written.</summary>
    /// <param name="value">What each value looks like.</param>
    /// <param name="max">The most entries.</param>
    /// <param name="min">The fewest entries.</param>
    /// <param name="key">What each key looks like; a kebab-case id when null.</param>
    public static Shape<ImmutableArray<KeyValuePair<string, T>>> Table<T>(
        Shape<T> value, int max, int min = 0, Shape<string>? key = null) =>
        new TableShape<T>(key ?? Id, value, min, max);

    /// <summary>The values of a map whose keys are ids; each value knows its key by
    /// <see cref="MapFields.Key"/>.</summary>
    /// <param name="value">What each value looks like.</param>
    /// <param name="max">The most entries.</param>
    /// <param name="min">The fewest entries.</param>
    public static Shape<ImmutableArray<T>> Values<T>(Shape<T> value, int max, int min = 0) =>
        Table(value, max, min).To(table => ImmutableArray.CreateRange(table.Select(entry => entry.Value)));

    /// <summary>A map with known keys; any other key is a fault.</summary>
    /// <param name="ask">Asks for each key once, whatever the values are, and builds the value; see
    /// <see cref="MapFields"/>.</param>
    public static Shape<T> Map<T>(Func<MapFields, T> ask) => new MapShape<T>(ask);

    /// <summary>A value told apart by its form: single value, list or map; leave out what is not allowed.</summary>
    public static Shape<T> Either<T>(Shape<T>? scalar = null, Shape<T>? list = null, Shape<T>? map = null) =>
        new EitherShape<T>(scalar, list, map);

    /// <summary>A map told apart by which one of some keys it has.</summary>
    public static Shape<T> Variant<T>(params IReadOnlyList<KeyValuePair<string, Shape<T>>> cases) =>
        new OneOfShape<T>(cases);

    /// <summary>A shape that contains itself; its name stands in the schema.</summary>
    public static Shape<T> Lazy<T>(string name, Func<Shape<T>> shape) => new LazyShape<T>(name, shape);
}
