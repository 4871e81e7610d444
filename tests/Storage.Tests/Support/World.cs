using System.Collections.Immutable;
using Heluo.Kernel;
using Microsoft.Extensions.Time.Testing;

namespace Heluo.Storage.Tests;

/// <summary>A store in a folder of its own that goes away with the test; it can be closed and opened again.</summary>
public sealed class World : IDisposable
{
    private readonly Func<StoreOptions, StoreOptions> options;
    private readonly IPlace place;
    private readonly bool keeps;
    private bool closed;

    public World(Func<StoreOptions, StoreOptions>? options = null, IPlace? place = null)
    {
        this.options = options ?? (given => given);
        this.place = place ?? new FolderPlace();
        (Store, Desk) = Open();
    }

    /// <summary>A store that is there already; its folder stays.</summary>
    public World(string folder, IPlace? place = null)
    {
        options = given => given;
        this.place = place ?? new FolderPlace();
        Folder = folder;
        keeps = true;
        (Store, Desk) = Open();
    }

    public static Actor Clerk { get; } = new("officer/clerk", ActorKind.Officer, []);

    public string Folder { get; } = Directory.CreateTempSubdirectory("heluo-storage-").FullName;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2021, 1, 4, 8, 0, 0, TimeSpan.Zero));

    public Store Store { get; private set; }

    public Desk Desk { get; private set; }

    public static FactCatalog Catalog() => new FactCatalog()
        .AddState<Account>().AddState<Serial>()
        .Add<AccountOpened>("account.opened")
        .Add<MoneyPaid>("account.paid")
        .Add<AccountShelved>("account.shelved")
        .Add<FilesAttached>("account.attached")
        .Add<NumberTaken>("serial.taken");

    public Task<Outcome<Done<Account>>> Run<TRequest>(string key, TRequest request, string id)
        where TRequest : IDecision<TRequest, Account> => Desk.RunAsync<TRequest, Account>(key, request, Clerk, id);

    public Task<Outcome<Done<Account>>> Open(string key, OpenAccount request, string id) =>
        Desk.RunAsync<OpenAccount, Account>(key, request, Clerk, id);

    public Task<Outcome<Done<Account>>> Pay(string key, long amount, string id, string? note = null) =>
        Desk.RunAsync<Pay, Account>(key, new(amount, note), Clerk, id);

    public Task<Outcome<Done<Account>>> Move(string from, string to, long amount, string id) =>
        Desk.RunAsync<Move, Account>(from, new(to, amount), Clerk, id);

    public async Task<Loaded<Account>> Load(string key) => (await Store.LoadAsync<Account>(key)).Value;

    public async Task<ImmutableArray<StoredFact>> Log() => (await Store.ReadLogAsync(1, Limits.PageSize)).Value;

    /// <summary>Positions follow without gaps, links and versions fit, and every document is what its facts add up
    /// to.</summary>
    public async Task ShouldBeWhole()
    {
        var heads = new Dictionary<string, StoredFact>(StringComparer.Ordinal);
        var next = 1L;
        while ((await Store.ReadLogAsync(next, Limits.PageSize)).Value is { IsEmpty: false } page)
        {
            foreach (var fact in page)
            {
                var before = heads.GetValueOrDefault(fact.Stream);
                fact.Stamp.Position.ShouldBe(next++);
                fact.Previous.ShouldBe(before?.Stamp.Position ?? 0);
                fact.Stamp.Version.ShouldBe((before?.Stamp.Version ?? 0) + 1);
                heads[fact.Stream] = fact;
            }
        }

        Store.Head.ShouldBe(next - 1);
        foreach (var head in heads.Values)
        {
            await Store.ShouldFold(head);
        }

        var verified = (await Store.VerifyAsync([])).Value;
        (verified.Facts, verified.Documents).ShouldBe((next - 1, heads.Count));
    }

    /// <summary>What makes a store forget its newest link besides its facts.</summary>
    public string Unlink => place.Unlink;

    /// <summary>Runs statements as somebody who is not this house, while it is closed.</summary>
    public void Alter(string sql)
    {
        Close();
        place.Alter(Folder, sql);
        (Store, Desk) = Open();
    }

    public void Reopen()
    {
        Close();
        (Store, Desk) = Open();
    }

    public void Close()
    {
        if (closed)
        {
            return;
        }

        closed = true;
        Desk.Dispose();
        Store.Dispose();
    }

    public void Dispose()
    {
        Close();
        if (!keeps)
        {
            Directory.Delete(Folder, recursive: true);
            place.Dispose();
        }
    }

    public Outcome<Store> TryOpen() => place.Open(options(new(Folder)), Catalog(), Time);

    private (Store Store, Desk Desk) Open()
    {
        closed = false;
        var store = TryOpen().Value;
        return (store, new(store, Time, Contexts.None));
    }
}
