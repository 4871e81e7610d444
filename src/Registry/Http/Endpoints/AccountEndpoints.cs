using Heluo.Kernel;
using Heluo.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Heluo.Registry.Http;

/// <summary>Logins of officers, for the administrators.</summary>
internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var system = Access.Administrator(AdministratorKind.System);
        var security = Access.Administrator(AdministratorKind.Security);
        var group = api.MapGroup("").WithTags("accounts").Refuses(401, 403, 404);
        group.MapPost("/accounts", LinkAsync).Admits(system).WithName("LinkAccount")
            .Produces<AccountAnswer>(201).Refuses(409);
        group.MapGet("/officers/{key}/accounts", ListAsync).Admits(system | security).WithName("AccountsOfOfficer")
            .Produces<AccountAnswer[]>();
        group.MapPost("/officers/{key}/sign-in-codes", CodeAsync).Admits(system).WithName("IssueSignInCode")
            .Produces<CodeAnswer>(201);
        group.MapPost("/accounts/{key}/switch", (
            Caller caller, string key, SwitchAccount body, Desk desk, CancellationToken ct) =>
            RunAsync(caller, key, body, desk, ct)).Admits(system).WithName("SwitchAccount").Produces<AccountAnswer>();
        group.MapPost("/accounts/{key}/close-sessions", (Caller caller, string key, Desk desk, CancellationToken ct) =>
            RunAsync(caller, key, new CloseSessions(), desk, ct))
            .Admits(security).WithName("CloseSessions").Produces<AccountAnswer>();
    }

    private static async Task<IResult> LinkAsync(
        Caller caller, LinkBody body, SignInDesk signIn, Store store, CancellationToken ct)
    {
        if (Check(body) is { Count: > 0 } faults)
        {
            return RegistryRefusals.Invalid("account.answers", "The login cannot be linked as given.", faults)
                .ToResult();
        }

        var linked = await signIn.LinkAsync(
            body.Issuer, body.Subject, $"officer/{body.Officer}", caller.Actor, caller.CommandId, ct);
        return linked.TryGet(out var key, out var refusal)
            ? (await AnswerAsync(key, store)).ToResult(static answer => Results.Created((string?)null, answer))
            : refusal.ToResult();
    }

    private static Faults Check(LinkBody body) => new Faults()
        .Unless(Texts.IsName(body.Issuer, 200), "issuer", "text.name", "An issuer has 1 to 200 characters.")
        .Unless(Texts.IsName(body.Subject, 200), "subject", "text.name", "A subject has 1 to 200 characters.")
        .Unless(
            body.Issuer != SignInCodes.Issuer,
            "issuer", "account.issuer", "Logins by code are made by giving out a code.");

    private static async Task<IResult> ListAsync(string key, OfficerRoll roll, AccountIndex index, Store store)
    {
        if (roll.NameOf($"officer/{key}") is null)
        {
            return RegistryRefusals.NotFound("officer.unknown", "There is no such officer.").ToResult();
        }

        var answers = new List<AccountAnswer>();
        foreach (var account in index.Of($"officer/{key}"))
        {
            if (!(await AnswerAsync(account, store)).TryGet(out var answer, out var refusal))
            {
                return refusal.ToResult();
            }

            answers.Add(answer);
        }

        return Results.Ok(answers);
    }

    private static async Task<IResult> CodeAsync(Caller caller, string key, SignInDesk signIn, CancellationToken ct) =>
        (await signIn.IssueCodeAsync($"officer/{key}", caller.Actor, caller.CommandId, ct))
            .ToResult(static code => Results.Created((string?)null, new CodeAnswer(code)));

    private static async Task<IResult> RunAsync<TRequest>(
        Caller caller, string key, TRequest request, Desk desk, CancellationToken ct)
        where TRequest : IDecision<TRequest, Account> =>
        (await desk.RunAsync<TRequest, Account>(key, request, caller.Actor, caller.CommandId, ct))
            .ToResult(done => Results.Ok(AccountAnswer.Of(key, done.State)));

    private static async Task<Outcome<AccountAnswer>> AnswerAsync(string key, Store store) =>
        (await store.LoadAsync<Account>(key)).Then<AccountAnswer>(loaded => AccountAnswer.Of(key, loaded.State));
}

/// <summary>A login to link.</summary>
/// <param name="Issuer">The sign-in provider, as its tokens name it.</param>
/// <param name="Subject">The provider's name for the officer.</param>
/// <param name="Officer">The officer's key.</param>
internal sealed record LinkBody(string Issuer, string Subject, string Officer);

/// <summary>A code shown once.</summary>
/// <param name="Code">The code.</param>
internal sealed record CodeAnswer(string Code);

/// <summary>A login as administrators see it: no issuer, no subject, no session's id.</summary>
internal sealed record AccountAnswer(
    string Key, string? Holder, bool Disabled, int Failures, Instant? LockedUntil, int Sessions, bool CodeIsOut)
{
    public static AccountAnswer Of(string key, Account account) => new(
        key, account.Holder, account.Disabled, account.Failures, account.LockedUntil,
        account.Sessions.Length, account.Code is not null);
}
