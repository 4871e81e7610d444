using System.Diagnostics.CodeAnalysis;

namespace Heluo.Kernel;

/// <summary>A value that is read from text, or refused with a stable code.</summary>
/// <typeparam name="T">The value's own type.</typeparam>
public interface IReadText<T> : ISpanParsable<T>
    where T : struct, IReadText<T>
{
    /// <summary>The value that the text stands for, or why it stands for none. The refusal never repeats the
    /// text.</summary>
    static abstract Outcome<T> Read(ReadOnlySpan<char> text);

    static T ISpanParsable<T>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Texts.Parse<T>(s);

    static T IParsable<T>.Parse(string s, IFormatProvider? provider) => Texts.Parse<T>(s);

    static bool ISpanParsable<T>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out T result) =>
        Texts.TryParse(s, out result);

    static bool IParsable<T>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out T result) =>
        Texts.TryParse(s, out result);
}
