using Heluo.Kernel;
using Heluo.Storage;
using NodaTime;

namespace Heluo.Registry;

/// <summary>
/// Records an officer, without any duty: that is the security administrator's to give. The stream's key is the
/// officer's
/// id, chosen by whoever appoints: 2 to 60 small letters, digits and hyphens.
/// </summary>
/// <param name="Name">Their name at work, 1 to 60 characters.</param>
/// <param name="StaffNumber">Their number at work, at most 30 characters; null when they have none.</param>
/// <param name="IdentityTag">
/// The tag of their document's number among officers, made by <see cref="TagOf"/>; null leaves open which natural
/// person
/// they are, and then they cannot become an administrator.
/// </param>
public sealed record AppointOfficer(string Name, string? StaffNumber = null, string? IdentityTag = null)
    : IDecision<AppointOfficer, Officer>, IDeclaresReads<Officer>
{
    /// <summary>
    /// The tag of a document's number among officers. It cannot be matched with the same person's tag among residents.
    /// </summary>
    public static Outcome<string> TagOf(Tags tags, IdentityScheme scheme, string number)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return IdentityNumber.Read(scheme, number).Then<string>(read => read.TagIn(tags, "officer"));
    }

    /// <inheritdoc/>
    public void Declare(Officer state, ReadList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (IdentityTag is not null)
        {
            list.Add<IdentityClaim>(IdentityTag, mayWrite: true);
        }
    }

    /// <summary>
    /// Refuses <c>officer.not_yours</c>, <c>officer.exists</c>, <c>officer.number_taken</c>, <c>officer.answers</c>.
    /// </summary>
    public static Outcome<Decided> Decide(Officer state, Actor actor, Reads reads, AppointOfficer request, Instant now)
    {
        if (!actor.Administers(AdministratorKind.System))
        {
            return RegistryRefusals.Forbidden("officer.not_yours", "Only the system administrator records officers.");
        }

        if (state.Name is not null)
        {
            return RegistryRefusals.Conflict("officer.exists", "There is an officer under this id already.");
        }

        if (request.IdentityTag is { } tag && reads.Get<IdentityClaim>(tag).Holder is { } holder)
        {
            return RegistryRefusals.Conflict("officer.number_taken", "This natural person is an officer already.")
                .With("officer", holder);
        }

        if (request.Check(state) is { Count: > 0 } faults)
        {
            return RegistryRefusals.Invalid("officer.answers", "The officer cannot be recorded as given.", faults);
        }

        var decided = Decided.With(
            new OfficerAppointed(request.Name.Trim(), request.StaffNumber?.Trim(), request.IdentityTag is not null));
        return request.IdentityTag is { } mine
            ? decided.Also<IdentityClaim>(mine, new IdentityClaimed(state.Id))
            : decided;
    }

    private Faults Check(Officer state) => new Faults()
        .Unless(
            Texts.IsId(state.Id["officer/".Length..]),
            "id", "officer.id", "An officer's id has 2 to 60 small letters, digits and hyphens.")
        .Unless(Texts.IsName(Name, 60), "name", "text.name", "A name has 1 to 60 printable characters.")
        .Unless(
            StaffNumber is null || Texts.IsName(StaffNumber, 30),
            "staffNumber", "text.name", "A number at work has 1 to 30 printable characters.");
}
