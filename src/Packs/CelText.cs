namespace Heluo.Packs;

/// <summary>A CEL expression of a pack: its text, and where it stands so that a fault finds its line.</summary>
/// <param name="Source">The expression.</param>
/// <param name="At">Where its first line stands.</param>
public sealed record CelText(string Source, PackAt At)
{
    /// <inheritdoc/>
    public override string ToString() => Source;
}
