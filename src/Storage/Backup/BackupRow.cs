using System.Buffers.Text;
using System.Text;

namespace Heluo.Storage;

/// <summary>One fact as a backup holds it.</summary>
internal sealed record BackupRow(
    long Position, string Stream, int Version, long Previous, string Kind, long At, string Actor, string Command,
    string? Cause, string Body, string? Link)
{
    public static BackupRow Of(FactRow row) => new(
        row.Position, row.Stream, row.Version, row.Previous, row.Kind, row.At, row.Actor, row.Command, row.Cause,
        Encoding.UTF8.GetString(row.Body.Span), row.Link.IsEmpty ? null : Base64Url.EncodeToString(row.Link.Span));

    public FactRow Row() => new(
        Position, Stream, Version, Previous, Kind, At, Actor, Command, Cause, Encoding.UTF8.GetBytes(Body))
    {
        Link = Link is null || !Base64Url.IsValid(Link) ? default : Base64Url.DecodeFromChars(Link),
    };
}
