using System.Collections.Immutable;
using Heluo.Cases;
using Heluo.Governance;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry.Http;
using Heluo.Services;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Hosting;

/// <summary>One kind of personal value that the city keeps.</summary>
/// <param name="Where">The matter that asks for it, <c>item/…</c> or <c>incident/…</c>, or the kind of fact that holds
/// it.</param>
/// <param name="Name">Name of the matter; null for a fact.</param>
/// <param name="Field">The field.</param>
/// <param name="Label">The question; null for a fact.</param>
/// <param name="Purpose">What it is kept for.</param>
/// <param name="Basis">The article that allows it, <c>law/article</c>.</param>
/// <param name="Retention">How long it is kept.</param>
internal sealed record PersonalValue(
    string Where, Localized? Name, string Field, Localized? Label, string Purpose, string Basis, string Retention);

/// <summary>The register of personal data (PIPL arts 7 and 17): made from the pack in force and from the code, so that
/// it
/// cannot say anything else than what is asked and kept. Anybody may read it.</summary>
internal static class PersonalRegister
{
    public static void MapPersonalRegister(this IEndpointRouteBuilder house) =>
        house.MapGet("/api/v1/personal-data-register", (Rulebook book, FactCatalog catalog, TimeProvider clock) =>
                TypedResults.Ok(Of(book.Current, book.City.DayAt(clock.Now()), catalog)))
            .WithTags("personal data").WithName("PersonalDataRegister").Admits(Access.Public)
            .Produces<ImmutableArray<PersonalValue>>();

    /// <summary>Every kind of personal value, those of facts first.</summary>
    public static ImmutableArray<PersonalValue> Of(PackSet packs, LocalDate day, FactCatalog catalog) =>
    [
        .. catalog.Personal.Where(one => one.Purpose is not null).Select(one => new PersonalValue(
            one.Kind, Name: null, one.Field, Label: null, one.Purpose!, one.Basis!, one.Retention!)),
        .. packs.Get(ItemKind.Kind).All.Select(one => one.On(day)?.Value).OfType<Item>()
            .SelectMany(item => Asked("item/", item, packs, day)),
        .. packs.Get(IncidentKind.Kind).All.Select(one => IncidentKind.Find(packs, one.Id)).OfType<IncidentClass>()
            .SelectMany(incident => Asked("incident/", incident, packs, day)),
    ];

    private static IEnumerable<PersonalValue> Asked(string kind, ICaseSubject subject, PackSet packs, LocalDate day)
    {
        var acts = packs.Get(ProcedureKind.Kind).Find(subject.Procedure)?.On(day)?.Value.Acts ?? [];
        return subject.Form.Concat(acts.SelectMany(act => act.Form)).Where(field => field.Personal is not null)
            .Select(field => new PersonalValue(
                kind + subject.Id, subject.Name, field.Name, field.Label, field.Personal!.Purpose,
                field.Personal.Basis, field.Personal.Retention));
    }
}
