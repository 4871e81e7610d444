using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Registry;
using Heluo.Storage;

namespace Heluo.Services;

/// <summary>Writes official documents of cases as they stood when they were issued, and checks the codes they
/// carry.</summary>
/// <param name="store">Loads cases.</param>
/// <param name="history">Replays them.</param>
/// <param name="book">The rules they began under.</param>
/// <param name="index">Finds the case of a document.</param>
/// <param name="people">Finds parties.</param>
/// <param name="data">Opens names, having written down who looks.</param>
/// <param name="keys">Vouches for documents.</param>
public sealed class DocumentPress(
    Store store, CaseHistory history, Rulebook book, DocumentIndex index, People people, PersonalData data,
        DocumentKeys keys)
{
    /// <summary>What the access log says a name is opened for.</summary>
    public const string Purpose = "official-document";

    private readonly DocumentCodes codes = new(keys);

    /// <summary>A document for somebody who may read its case. To everybody else it does not exist. The name of the
    /// party
    /// is opened through the access log; where that refuses, its mask is printed.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="language">In which language, e.g. <c>zh</c>; one that the pack lacks gives the default one.</param>
    /// <param name="site">Address of this house, <c>https://host</c>, which the QR begins with.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>The document, or <c>document.unknown</c>, <c>document.no_template</c>, <c>store.…</c>.</returns>
    public async Task<Outcome<OfficialDocument>> ReadAsync(
        string id, Actor actor, string language, string site, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await FindAsync(id)).TryGet(out var found, out var refusal))
        {
            return refusal;
        }

        return CaseAccess.MayRead(found.State, actor, book.For(found.State))
            ? await WriteAsync(found.State, found.Document, actor, language, site, ct)
            : Unknown();
    }

    /// <summary>Writes a document of a case that the actor was allowed to read; see <see cref="ReadAsync"/>.</summary>
    public async Task<Outcome<OfficialDocument>> WriteAsync(
        Case state, IssuedDocument document, Actor actor, string language, string site, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(document);
        return await WriteAsync(state, document, then => NameAsync(then, book.For(then), actor, ct), language, site);
    }

    /// <summary>Writes a document with the name of the party as the caller has it.</summary>
    internal async Task<Outcome<OfficialDocument>> WriteAsync(
        Case state, IssuedDocument document, Func<Case, Task<string>> name, string language, string site)
    {
        var rules = book.For(state);
        if (rules.Set.Get(DocumentTemplate.Kind).Find(document.Template) is not { } template)
        {
            return NoTemplate();
        }

        if (!(await history.AtAsync(state.Key, document.Version)).TryGet(out var then, out var refusal))
        {
            return refusal;
        }

        var spoken = template.Body.ContainsKey(language) ? language : rules.Set.Languages[0];
        var values = new DocumentValues(then, rules, document, template, new DocumentWords(rules.Set, spoken));
        var body = template.Body[spoken];
        var party = DocumentText.Names(body, "applicant.name") || DocumentText.Names(body, "reporter.name")
            ? await name(then.State)
            : "";
        return Lay(state, values, DocumentText.Write(body, values.Slots(party)), site);
    }

    /// <summary>What anybody may know of a document by the code it carries.</summary>
    public async Task<Outcome<CheckedDocument>> CheckAsync(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (DocumentCodes.IdOf(code) is not { } id || !(await FindAsync(id)).TryGet(out var found, out _))
        {
            return new CheckedDocument(DocumentVerdict.Unknown);
        }

        var (state, document) = found;
        var rules = book.For(state);
        if (!codes.Fits(code, state, document)
            || rules.Set.Get(DocumentTemplate.Kind).Find(document.Template) is not { } template)
        {
            return new CheckedDocument(DocumentVerdict.Altered);
        }

        return (await history.AtAsync(state.Key, document.Version)).Then<CheckedDocument>(then => new CheckedDocument(
            DocumentVerdict.Genuine,
            template.Sort,
            template.Title,
            new Localized(rules.Set.Languages.Select(language => KeyValuePair.Create(
                language, new DocumentWords(rules.Set, language).Number(template.Prefix, document.Number)))),
            rules.City.FindAgency(then.State.Agency)?.Name,
            rules.LocalDate(document.At),
            state.Number));
    }

    private OfficialDocument Lay(
        Case state, DocumentValues values, System.Collections.Immutable.ImmutableArray<DocumentParagraph> body,
            string site)
    {
        var (template, words) = (values.Template, values.Words);
        var code = codes.Of(state, values.Document);
        var address = $"{site.TrimEnd('/')}/check/{code}";
        return new OfficialDocument
        {
            Id = values.Document.Id,
            CaseNumber = state.Number,
            Sort = template.Sort,
            Language = words.Language,
            Title = template.Title.In(words.Language),
            Number = values.Number,
            Agency = values.Agency,
            Body = body,
            Remedies = template.Remedies ? words.Say("remedies") : null,
            Seal = template.Seal is null ? null : values.Agency,
            Date = words.Day(values.Day),
            Day = values.Day,
            Code = code,
            CheckAddress = address,
            Qr = DocumentQr.Svg(address),
        };
    }

    private async Task<Outcome<(Case State, IssuedDocument Document)>> FindAsync(string id)
    {
        if (index.Find(id) is not { } key)
        {
            return Unknown();
        }

        return (await store.LoadAsync<Case>(key)).Then<(Case, IssuedDocument)>(loaded =>
            loaded.State.Documents.FirstOrDefault(one => one.Id == id) is { } document
                ? (loaded.State, document)
                : Unknown());
    }

    private async Task<string> NameAsync(Case state, CaseRules rules, Actor actor, CancellationToken ct)
    {
        if (Addressee(state, rules) is not { } party)
        {
            return "";
        }

        if ((await people.FirmAsync(party)).TryGet(out var firm, out _))
        {
            return firm.Name ?? "";
        }

        if (!(await people.PersonAsync(party)).TryGet(out var person, out _) || person.Name is not { } name)
        {
            return data.Masked(MaskKind.Name, null);
        }

        var opened = await data.OpenAsync(actor, Purpose, state.Number, [new PersonalField("name", name)], ct);
        return (opened.TryGet(out var values, out _) ? values.Text(0) : null) ?? data.Masked(MaskKind.Name, name);
    }

    /// <summary>The party that documents are addressed to; null when the case has none.</summary>
    internal static string? Addressee(Case state, CaseRules rules) => rules.Procedure.Parties
        .Select(party => state.Parties.GetValueOrDefault(party)).FirstOrDefault();

    /// <summary>The code a document carries.</summary>
    internal string CodeOf(Case state, IssuedDocument document) => codes.Of(state, document);

    private static Refusal Unknown() => new(RefusalKind.NotFound, "document.unknown", "There is no such document.");

    private static Refusal NoTemplate() => new(
        RefusalKind.Unavailable, "document.no_template", "The pack of the case has no template for this document.");
}
