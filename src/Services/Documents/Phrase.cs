using Heluo.Kernel;
using Heluo.Packs;

namespace Heluo.Services;

/// <summary>A turn of phrase that documents share (folder <c>documents/</c>, key <c>phrase</c>): how numbers and days
/// are
/// written, what limits and channels are called, which remedies there are. <c>{name}</c> stands for a value.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text.</param>
public sealed record Phrase(string Id, Localized Text)
{
    /// <summary>The kind.</summary>
    public static PackKind<Phrase> Kind { get; } = new(
        "phrase",
        "documents",
        fields => new Phrase(fields.Id, fields.Required("text", Shapes.LocalizedLines(2_000))),
        list: "phrases");
}
