using System.Collections.Immutable;
using System.Text.Json;
using Heluo.Cases;
using Heluo.Governance;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using Heluo.Services;
using Heluo.Storage;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Heluo.TestKit;

/// <summary>
/// A whole city on a real store in a folder of its own, with a clock the test moves. What it loads is the demo city's
/// pack, so a test speaks of real items and real incidents.
/// </summary>
public sealed class CityWorld : IAsyncDisposable
{
    private static readonly Lazy<PackSet> DemoCity =
        new(() => Reader!.Load(Repository.Pack("zhengzhou")).ToOutcome().Value);
    private readonly string folder;
    private int commands;

    private CityWorld(string folder, FakeTimeProvider clock)
    {
        this.folder = folder;
        Clock = clock;
    }

    /// <summary>Reads packs of every kind the house knows.</summary>
    public static PackReader Reader { get; } = new PackReader().WithRegistry()
        .AddCases().AddServices().AddGovernance().Leniently();

    /// <summary>The clock; move it with <see cref="At"/>.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The store.</summary>
    public Store Store { get; private set; } = null!;

    /// <summary>Decides and appends.</summary>
    public Desk Desk { get; private set; } = null!;

    /// <summary>The door to cases.</summary>
    public CaseDesk Cases { get; private set; } = null!;

    /// <summary>The lists of cases.</summary>
    public CaseIndex Index { get; private set; } = null!;

    /// <summary>The rules.</summary>
    public Rulebook Rules { get; private set; } = null!;

    /// <summary>The histories.</summary>
    public Timeline Timeline { get; private set; } = null!;

    /// <summary>The door to drafts.</summary>
    public DraftDesk Drafts { get; private set; } = null!;

    /// <summary>The directory of the city.</summary>
    public City Directory { get; private set; } = null!;

    /// <summary>Finds numbers again.</summary>
    public Tags Tags { get; private set; } = null!;

    /// <summary>Links logins and opens sessions.</summary>
    public SignInDesk SignIn { get; private set; } = null!;

    /// <summary>Makes the first administrator.</summary>
    public FirstAdministrator First { get; private set; } = null!;

    /// <summary>Who may do what now.</summary>
    public Actors Actors { get; private set; } = null!;

    /// <summary>What is written down of looks at somebody's data, oldest first.</summary>
    public async Task<ImmutableArray<DataOpened>> LooksAsync(string subject)
    {
        var all = (await Store.ReadLogAsync(1, 10_000)).Value;
        return [.. all.Select(one => one.Fact).OfType<DataOpened>().Where(look => look.Subjects.Contains(subject))
            .Distinct()];
    }

    /// <summary>Fires due timers.</summary>
    public TimerWatch Timers { get; private set; } = null!;

    /// <summary>Whether the clock is believed.</summary>
    public ClockDoubt Doubt { get; private set; } = null!;

    /// <summary>A city at a local moment, e.g. <c>2021-01-04T09:00</c>.</summary>
    public static async Task<CityWorld> AtAsync(string local, PackSet? packs = null)
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        var world = new CityWorld(System.IO.Directory.CreateTempSubdirectory("heluo-world-").FullName, clock);
        world.Packs = packs ?? DemoCity.Value;
        clock.SetUtcNow(world.InstantOf(local).ToDateTimeOffset());
        await world.OpenAsync();
        return world;
    }

    /// <summary>A city in a folder that is there already; it goes away with this world.</summary>
    public static async Task<CityWorld> InAsync(string folder, string local)
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        var world = new CityWorld(folder, clock) { Packs = DemoCity.Value };
        clock.SetUtcNow(world.InstantOf(local).ToDateTimeOffset());
        await world.OpenAsync();
        return world;
    }

    /// <summary>The packs in force.</summary>
    public PackSet Packs { get; private set; } = null!;

    /// <summary>Moves the clock forward to a local moment.</summary>
    public void At(string local) => Clock.SetUtcNow(InstantOf(local).ToDateTimeOffset());

    /// <summary>The instant of a local moment in the city.</summary>
    public Instant InstantOf(string local) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value
            .InZoneLeniently(Packs.City!.Zone).ToInstant();

    /// <summary>Closes the store and opens it again, as a restart does.</summary>
    /// <param name="upgrade">The packs in force from then on; null: as before.</param>
    public async Task RestartAsync(PackSet? upgrade = null)
    {
        if (upgrade is not null)
        {
            _ = (await KeptPack.KeepAsync(Desk, Packs, CancellationToken.None)).Value;
            Packs = upgrade;
        }

        Close();
        await OpenAsync();
    }

    /// <summary>The demo city's pack and the country's, with some files changed.</summary>
    /// <param name="changes">A file such as <c>china/calendar/2026.yaml</c>, and its new text; empty removes
    /// it.</param>
    public static PackSet Changed(params (string File, Func<string, string> Text)[] changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var copy = System.IO.Directory.CreateTempSubdirectory("heluo-packs-").FullName;
        try
        {
            foreach (var file in new[] { "china", "zhengzhou" }.SelectMany(pack => System.IO.Directory.EnumerateFiles(
                Repository.Pack(pack), "*", SearchOption.AllDirectories)))
            {
                var target = Path.Combine(copy, Path.GetRelativePath(Repository.Pack(""), file));
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            foreach (var (name, change) in changes)
            {
                var file = Path.Combine(copy, name);
                var text = change(File.Exists(file) ? File.ReadAllText(file) : "");
                if (text.Length == 0)
                {
                    File.Delete(file);
                }
                else
                {
                    File.WriteAllText(file, text);
                }
            }

            return Reader.Load(Path.Combine(copy, "zhengzhou")).ToOutcome().Value;
        }
        finally
        {
            System.IO.Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>A fresh command id.</summary>
    public string Command() => $"command-{Interlocked.Increment(ref commands)}";

    /// <summary>The bytes of every file of the store but the keys.</summary>
    public IEnumerable<byte[]> Files() =>
        System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("keys", StringComparison.Ordinal)
                && !file.EndsWith(".lock", StringComparison.Ordinal))
            .Select(file =>
            {
                using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                var bytes = new byte[open.Length];
                open.ReadExactly(bytes);
                return bytes;
            });

    /// <summary>A resident.</summary>
    public static Actor Resident(string id = "person/zhang") => new(id, ActorKind.Resident, []);

    /// <summary>An officer with one duty.</summary>
    public static Actor Officer(string role, string? agency = null, string? area = null, string? id = null) =>
        new(id ?? $"officer/{role}", ActorKind.Officer, [new Duty(role, agency, area)]);

    /// <summary>Answers as JSON values.</summary>
    public static ImmutableDictionary<string, JsonElement> Answers(params (string Field, object Value)[] answers) =>
        answers.ToImmutableDictionary(one => one.Field, one => JsonSerializer.SerializeToElement(one.Value));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Close();
        System.IO.Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task OpenAsync()
    {
        Store = Store.Open(new StoreOptions(folder), new FactCatalog().AddRegistry().AddCases().AddServices(), Clock)
            .Value;
        var library = new PackLibrary(Reader, Packs, (hash, _) => KeptPack.FetchAsync(Store, hash));
        Rules = new Rulebook(library, [ItemKind.Subjects, IncidentKind.Subjects]);
        Index = new CaseIndex(Rules);
        await Store.FollowAsync(Index);
        var options = new SignInOptions();
        Directory = Registry.City.Of(Packs).Value;
        Desk = new Desk(Store, Clock, Contexts.None.WithRegistry(Directory, options).With(Rules));
        Tags = Tags.Open(Path.Combine(folder, "keys"));
        SignIn = new SignInDesk(Desk, Tags, new Ids(Clock), new Secrets());
        First = new FirstAdministrator(Desk, Tags, new Secrets(), new Ids(Clock));
        Actors = new Actors(Store, Directory, Clock);
        Doubt = new ClockDoubt(Clock);
        Cases = new CaseDesk(Desk, Store, Index, Rules, new Ids(Clock), Clock, Doubt);
        Timeline = new Timeline(Store, Rules);
        Drafts = new DraftDesk(Desk, Store, Cases, Rules, Clock);
        Timers = new TimerWatch(
            Index, Cases, Clock, Doubt,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<TimerWatch>.Instance);
    }

    private void Close()
    {
        Timers.Dispose();
        Desk.Dispose();
        Store.Dispose();
    }
}
