using System.Collections.Immutable;
using Heluo.Kernel;
using Heluo.Storage;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Heluo.Registry.Tests;

/// <summary>The registry of the town on a real store, with a clock the test moves. It begins on Monday 4 January 2021,
/// 08:00.</summary>
internal sealed class World : IDisposable
{
    public const string ZhangNumber = "410100199001010001";
    public const string LiNumber = "410100200002290012";
    public const string WangNumber = "410100194910010022";
    public const string FirmCode = "91410100TTTTTT0112";

    private readonly string folder = Directory.CreateTempSubdirectory("heluo-registry-").FullName;
    private bool closed;
    private int commands;

    public World(SignInOptions? options = null, int? maxPages = null)
    {
        Options = options ?? new SignInOptions();
        Ids = new Ids(Clock);
        Store = Store.Open(new StoreOptions(folder) { MaxPages = maxPages }, new FactCatalog().AddRegistry(), Clock)
            .Value;
        Desk = new Desk(Store, Clock, Contexts.None.WithRegistry(Town.City, Options));
        Tags = Tags.Under(new byte[32]);
        Secrets = new Secrets();
        People = new People(Store, Tags);
        Data = new PersonalData(Store, Desk, Ids, Clock);
        Looks = new Looks(Store);
        Actors = new Actors(Store, Town.City, Clock);
        Keys = new ApiKeys(Store, Desk, Secrets);
        SignIn = new SignInDesk(Desk, Tags, Ids, Secrets);
        First = new FirstAdministrator(Desk, Tags, Secrets, Ids);
    }

    public static Actor Clerk { get; } =
        new("officer/clerk", ActorKind.Officer, [new Duty("clerk", "jinshui-market", Town.Jinshui)]);

    public static Actor System { get; } = Administrator(AdministratorKind.System);

    public static Actor Security { get; } = Administrator(AdministratorKind.Security);

    public static Actor Audit { get; } = Administrator(AdministratorKind.Audit);

    public static LocalDate Today { get; } = new(2021, 1, 4);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2021, 1, 4, 0, 0, 0, TimeSpan.Zero));

    public SignInOptions Options { get; }

    public Ids Ids { get; }

    public Store Store { get; }

    public Desk Desk { get; }

    public Tags Tags { get; }

    public Secrets Secrets { get; }

    public People People { get; }

    public PersonalData Data { get; }

    public Looks Looks { get; }

    public Actors Actors { get; }

    public ApiKeys Keys { get; }

    public SignInDesk SignIn { get; }

    public FirstAdministrator First { get; }

    public static Actor Administrator(AdministratorKind kind) =>
        new($"officer/{kind.Role()}", ActorKind.Administrator, [new Duty(kind.Role())]);

    public static Actor Resident(string id) => new(id, ActorKind.Resident, []);

    public string Command() => $"command-{Interlocked.Increment(ref commands)}";

    public void Wait(Duration duration) => Clock.Advance(duration.ToTimeSpan());

    public Task<Outcome<Done<TState>>> Run<TRequest, TState>(string key, TRequest request, Actor actor)
        where TRequest : IDecision<TRequest, TState>
        where TState : class, IState<TState> =>
        Desk.RunAsync<TRequest, TState>(key, request, actor, Command());

    /// <summary>Registers a person and answers their id.</summary>
    public async Task<string> Person(string key, string number, string name = "张三", string area = Town.Jingbalu)
    {
        var request = RegisterPerson.Of(
            Tags, name, IdentityScheme.CitizenId, number, "138 0000 1234", area, PersonLevel.Verified);
        return (await Run<RegisterPerson, Person>(key, request.Value, Actor.House)).Value.State.Id;
    }

    /// <summary>Registers a firm that a person represents, and answers the key of their authorisation.</summary>
    public async Task<string> Firm(string representative)
    {
        var request = new RegisterFirm("面馆", Town.Jinshui, representative["person/".Length..], "张三", "representing");
        (await Run<RegisterFirm, Firm>(FirmCode, request, Actor.House)).IsRefused.ShouldBeFalse();
        return "representing";
    }

    /// <summary>Records an officer with duties.</summary>
    public async Task<string> Officer(string key, params GrantDuty[] duties)
    {
        var tag = Tags.Of("officer", key);
        var appointed = await Run<AppointOfficer, Officer>(key, new(key, StaffNumber: null, tag), Actor.House);
        appointed.Refusal.ShouldBeNull();
        foreach (var duty in duties)
        {
            (await Run<GrantDuty, Officer>(key, duty, Actor.House)).Refusal.ShouldBeNull();
        }

        return $"officer/{key}";
    }

    public static GrantDuty Duty(string role, string? agency = "jinshui-market", string? area = Town.Jinshui) =>
        new(role, agency, area, Today);

    public async Task<ImmutableArray<StoredFact>> Log() => (await Store.ReadLogAsync(1, Limits.PageSize)).Value;

    public string Folder => folder;

    public void Close()
    {
        if (!closed)
        {
            closed = true;
            Desk.Dispose();
            Store.Dispose();
        }
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(folder, recursive: true);
    }
}

internal static class RefusalAssertions
{
    /// <summary>The code of the refusal; empty when nothing was refused.</summary>
    public static string Code<T>(this Outcome<T> outcome) => outcome.Refusal?.Code ?? "";

    /// <summary>The codes of every fault.</summary>
    public static string[] Faults<T>(this Outcome<T> outcome) =>
        [.. (outcome.Refusal?.Faults ?? []).Select(fault => fault.Code)];
}
