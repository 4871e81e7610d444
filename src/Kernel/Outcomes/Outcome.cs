using System.Diagnostics.CodeAnalysis;

namespace Heluo.Kernel;

/// <summary>Either a value or a refusal. Never both, never neither.</summary>
/// <typeparam name="T">What is given when nothing is refused.</typeparam>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>The refusal, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether it was refused.</summary>
    public bool IsRefused => Refusal is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused; ask <see cref="TryGet"/> first.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException(Refusal.ToString());

    /// <summary>A given value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, refusal: null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(value: default, refusal);

    /// <summary>Takes the value apart: true with the value, or false with the refusal.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T given, [NotNullWhen(false)] out Refusal? refusal)
    {
        given = value;
        refusal = Refusal;
        return refusal is null;
    }

    /// <summary>The same refusal, or the value carried through <paramref name="next"/>.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Refusal is null ? next(value!) : Refusal;
}
