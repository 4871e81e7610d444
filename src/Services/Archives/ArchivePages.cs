using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Heluo.Cases;
using Heluo.Kernel;

namespace Heluo.Services;

/// <summary>Writes what people read in an archive: every official document in every language of the city, and the page
/// in front.</summary>
/// <param name="press">Writes official documents.</param>
/// <param name="keys">Whose fingerprint the page in front shows.</param>
/// <param name="book">The city's languages.</param>
/// <param name="ink">Draws.</param>
public sealed class ArchivePages(DocumentPress press, DocumentKeys keys, Rulebook book, ArchiveInk ink)
{
    internal async Task<Refusal?> WriteAsync(
        ArchiveWriter writer, ArchiveGround ground, string party, string site, CancellationToken ct)
    {
        var documents = ImmutableArray.CreateBuilder<ArchivedDocument>();
        foreach (var (place, document) in ground.State.Documents.Index())
        {
            var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var language in ground.Rules.Set.Languages)
            {
                var path = string.Create(
                    CultureInfo.InvariantCulture, $"documents/{place + 1}-{document.Template}.{language}.html");
                var written = await press.WriteAsync(
                    ground.State, document, _ => Task.FromResult(party), language, site);
                if (!written.TryGet(out var printed, out var refusal)
                    || (refusal = Add(writer, path, await ink.Document(printed, ct))) is not null)
                {
                    return refusal;
                }

                files[language] = path;
            }

            documents.Add(new ArchivedDocument(
                document.Id, document.Template, document.Number, document.At, document.Version,
                press.CodeOf(ground.State, document), files.ToImmutable()));
        }

        ground = ground with { Documents = documents.ToImmutable() };
        return writer.Add(ArchivePaths.Documents, ArchiveJson.Write(ground.Documents))
            ?? await CoversAsync(writer, ground, ct);
    }

    private static Refusal? Add(ArchiveWriter writer, string path, string page) =>
        writer.Add(path, Encoding.UTF8.GetBytes(page));

    private async Task<Refusal?> CoversAsync(ArchiveWriter writer, ArchiveGround ground, CancellationToken ct)
    {
        var languages = book.City.Languages;
        foreach (var language in languages)
        {
            var cover = new ArchiveCover
            {
                Language = language,
                City = book.City.Name.In(language),
                Title = ground.State.Title.In(language),
                Number = ground.State.Number,
                Fingerprint = keys.Fingerprint,
                Sections = new CoverWriting(ground, language).Sections(),
                Others = languages.Where(other => other != language)
                    .ToImmutableSortedDictionary(other => other, Front, StringComparer.Ordinal),
            };
            if (Add(writer, Front(language), await ink.Cover(cover, ct)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;

        string Front(string language) => language == languages[0] ? "index.html" : $"index.{language}.html";
    }
}
