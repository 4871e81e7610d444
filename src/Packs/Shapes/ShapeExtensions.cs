using Heluo.Kernel;

namespace Heluo.Packs;

/// <summary>What every shape can be turned into.</summary>
public static class ShapeExtensions
{
    /// <summary>The same shape, with a sentence for the person who writes the pack; it stands in the schema.</summary>
    public static Shape<T> About<T>(this Shape<T> shape, string about) => new AboutShape<T>(shape, about);

    /// <summary>The value parsed on; a refusal's code and sentence become the fault.</summary>
    /// <param name="shape">The shape of what is written.</param>
    /// <param name="parse">Parses, or refuses.</param>
    /// <param name="fallback">Stands for a value that could not be read.</param>
    public static Shape<TNext> As<T, TNext>(
        this Shape<T> shape, Func<T, Outcome<TNext>> parse, TNext fallback = default!) =>
        new ParsedShape<T, TNext>(shape, parse, fallback);

    /// <summary>The value turned into another.</summary>
    public static Shape<TNext> To<T, TNext>(this Shape<T> shape, Func<T, TNext> turn) =>
        new PlacedShape<T, TNext>(shape, (value, _) => turn(value));

    /// <summary>The value together with where it stands.</summary>
    public static Shape<TNext> Placed<T, TNext>(this Shape<T> shape, Func<T, PackAt, TNext> place) =>
        new PlacedShape<T, TNext>(shape, place);
}
