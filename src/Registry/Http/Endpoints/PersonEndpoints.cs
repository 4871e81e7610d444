using Heluo.Kernel;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heluo.Registry.Http;

/// <summary>The window: finds, registers and opens people and firms. An officer reaches those of their area.</summary>
internal static class PersonEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/persons").WithTags("people").Admits(Access.Officer()).Refuses(401, 403, 404);
        people.MapPost("", RegisterAsync).WithName("RegisterPerson").Produces<MaskedPerson>(201).Refuses(409, 422);
        people.MapPost("/find", FindAsync).WithName("FindPerson").Produces<MaskedPerson>();
        people.MapPost("/{key}/open", OpenAsync).WithName("OpenPerson").Produces<PersonDetails>().Refuses(422);
        var firms = api.MapGroup("/firms").WithTags("people").Refuses(401, 403, 404);
        firms.MapPost("", RegisterFirmAsync).Admits(Access.Officer())
            .WithName("RegisterFirm").Produces<FirmAnswer>(201).Refuses(409, 422);
        firms.MapPost("/{code}/representative", RepresentAsync).Admits(Access.Officer())
            .WithName("ReplaceRepresentative").Produces<FirmAnswer>().Refuses(409, 422);
        firms.MapGet("/{code}", FirmAsync).Admits(Access.SignedIn).WithName("Firm").Produces<FirmAnswer>();
    }

    private static async Task<IResult> RegisterAsync(
        Caller caller, PersonBody body, Desk desk, Tags tags, PersonalData data, CancellationToken ct)
    {
        var request = RegisterPerson.Of(
            tags, body.Name, body.Scheme, body.Number, body.Phone, body.Area, PersonLevel.Verified);
        return request.TryGet(out var given, out var refusal)
            ? (await desk.RunAsync<RegisterPerson, Person>(
                Secrets.IdOf(caller.Actor.Id, caller.CommandId), given, caller.Actor, caller.CommandId, ct))
                .ToResult(done => Results.Created(
                    $"/api/v1/persons/{People.Key(done.State.Id, Person.Family)}", MaskedPerson.Of(done.State, data)))
            : refusal.ToResult();
    }

    // A number that belongs to somebody outside the officer's area is answered like one that belongs to nobody.
    private static async Task<IResult> FindAsync(
        Caller caller, NumberBody body, People people, PersonalData data, City city)
    {
        var found = await people.FindAsync(body.Scheme, body.Number);
        if (!found.TryGet(out var id, out var refusal))
        {
            return refusal.ToResult();
        }

        return (await ReachedAsync(id, caller.Actor, people, city))
            .Then<MaskedPerson>(person => MaskedPerson.Of(person, data)).ToResult();
    }

    private static async Task<IResult> OpenAsync(
        Caller caller, string key, OpenBody body, People people, PersonalData data, City city, CancellationToken ct) =>
        (await ReachedAsync($"person/{key}", caller.Actor, people, city)).TryGet(out var person, out var refusal)
            ? (await PersonDetails.OpenAsync(person, caller.Actor, body.Purpose, body.Case, data, ct)).ToResult()
            : refusal.ToResult();

    private static async Task<IResult> RegisterFirmAsync(
        Caller caller, FirmBody body, Desk desk, People people, CancellationToken ct)
    {
        var code = body.CreditCode.Trim().ToUpperInvariant();
        var id = await people.FindAsync(body.Representative.Scheme, body.Representative.Number);
        if (!id.TryGet(out var representative, out var refusal))
        {
            return refusal.ToResult();
        }

        var request = new RegisterFirm(
            body.Name,
            body.Area,
            People.Key(representative, Person.Family) ?? "none",
            body.RepresentativeName,
            Secrets.IdOf(caller.Actor.Id, caller.CommandId));
        return (await desk.RunAsync<RegisterFirm, Firm>(code, request, caller.Actor, caller.CommandId, ct))
            .ToResult(done => Results.Created($"/api/v1/firms/{code}", FirmAnswer.Of(done.State)));
    }

    private static async Task<IResult> RepresentAsync(
        Caller caller, string code, RepresentativeBody body, Desk desk, People people, Mandates mandates,
        CancellationToken ct)
    {
        if (!(await people.FindAsync(body.Representative.Scheme, body.Representative.Number))
            .TryGet(out var representative, out var refusal) && refusal is not null)
        {
            return refusal.ToResult();
        }

        var request = new ReplaceRepresentative(
            People.Key(representative, Person.Family) ?? "none",
            body.RepresentativeName,
            await mandates.RepresentingAsync($"firm/{code}") ?? "none",
            Secrets.IdOf(caller.Actor.Id, caller.CommandId));
        return (await desk.RunAsync<ReplaceRepresentative, Firm>(code, request, caller.Actor, caller.CommandId, ct))
            .ToResult(done => Results.Ok(FirmAnswer.Of(done.State)));
    }

    private static async Task<IResult> FirmAsync(string code, People people) =>
        (await people.FirmAsync($"firm/{code}")).Then<FirmAnswer>(static firm => FirmAnswer.Of(firm)).ToResult();

    private static async Task<Outcome<Person>> ReachedAsync(string? id, Actor actor, People people, City city)
    {
        var unknown = RegistryRefusals.NotFound("person.unknown", "There is no such person in the area you serve.");
        return id is null
            ? unknown
            : (await people.PersonAsync(id)).Then<Person>(person =>
                RegisterPerson.MayRegister(actor, city, person.Area ?? "") ? person : unknown);
    }
}

/// <summary>A person to register.</summary>
internal sealed record PersonBody(string Name, IdentityScheme Scheme, string Number, string? Phone, string Area);

/// <summary>The number of a document.</summary>
internal sealed record NumberBody(IdentityScheme Scheme, string Number);

/// <summary>Why a person's data is opened.</summary>
internal sealed record OpenBody(string Purpose, string? Case);

/// <summary>A firm to register.</summary>
internal sealed record FirmBody(
    string CreditCode, string Name, string Area, NumberBody Representative, string RepresentativeName);

/// <summary>Who represents a firm from now on.</summary>
internal sealed record RepresentativeBody(NumberBody Representative, string RepresentativeName);

/// <summary>A firm as anybody signed in may see it.</summary>
internal sealed record FirmAnswer(string Id, string Name, string? Area)
{
    public static FirmAnswer Of(Firm firm) => new(firm.Id, firm.Name ?? "", firm.Area);
}
