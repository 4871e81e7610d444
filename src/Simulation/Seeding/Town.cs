using Heluo.Cases;
using Heluo.Kernel;
using Heluo.Packs;
using Heluo.Registry;
using Heluo.Services;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Simulation;

/// <summary>The doors of a house through which the simulation lives its city: the same as everybody's.</summary>
/// <param name="Packs">The pack in force.</param>
/// <param name="City">The directory.</param>
/// <param name="Desk">Decides and appends.</param>
/// <param name="Tags">Finds numbers.</param>
/// <param name="SignIn">Links logins.</param>
/// <param name="First">Makes the first administrator.</param>
/// <param name="Actors">Who may do what now.</param>
/// <param name="Cases">The door to cases.</param>
/// <param name="Index">The lists of cases.</param>
/// <param name="Drafts">The door to drafts.</param>
/// <param name="Rules">The rules.</param>
/// <param name="Timers">Fires due timers.</param>
/// <param name="Clock">The clock of the house.</param>
public sealed record Town(
    PackSet Packs,
    City City,
    Desk Desk,
    Tags Tags,
    SignInDesk SignIn,
    FirstAdministrator First,
    Actors Actors,
    CaseDesk Cases,
    CaseIndex Index,
    DraftDesk Drafts,
    Rulebook Rules,
    TimerWatch Timers,
    TimeProvider Clock)
{
    /// <summary>The sign-in provider of a demo.</summary>
    public const string Issuer = "heluo-demo";

    /// <summary>Moves the clock forward.</summary>
    public required Action<Instant> MoveTo { get; init; }

    /// <summary>The people and officers whom a visitor may be.</summary>
    public static IEnumerable<(string Login, Localized Name, Localized? Story)> LoginsOf(PackSet packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return packs.Get(DemoKinds.Person).All.Where(one => one.Login).Select(one => (one.Id, one.Name, one.Story))
            .Concat(packs.Get(DemoKinds.Officer).All.Where(one => one.Login)
                .Select(one => (one.Id, one.Name, one.Story)));
    }
}
