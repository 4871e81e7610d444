using Heluo.Kernel;
using Heluo.Storage;

namespace Heluo.Registry;

/// <summary>What <c>heluo init</c> does. Both ways refuse <c>administrator.exists</c> for ever after the
/// first.</summary>
/// <param name="desk">Where it is written down.</param>
/// <param name="tags">Finds logins.</param>
/// <param name="secrets">Makes the code.</param>
/// <param name="ids">Gives command ids.</param>
public sealed class FirstAdministrator(Desk desk, Tags tags, Secrets secrets, Ids ids)
{
    /// <summary>Makes the first administrator and gives a code to sign in with once. Refuses
    /// <c>officer.answers</c>.</summary>
    /// <param name="id">The officer's id: 2 to 60 small letters, digits and hyphens.</param>
    /// <param name="name">Their name at work, 1 to 60 characters.</param>
    /// <param name="identityTag">The tag of their document's number (<see cref="AppointOfficer.TagOf"/>); may be
    /// null.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>The code; it is not kept and cannot be shown again.</returns>
    public async Task<Outcome<string>> WithCodeAsync(
        string id, string name, string? identityTag = null, CancellationToken ct = default)
    {
        var secret = secrets.Next();
        var account = Account.KeyOf(tags, SignInCodes.Issuer, id);
        var made = await MakeAsync(id, new(name, account, Secrets.Hash(secret), identityTag), ct);
        return made.Then<string>(_ => SignInCodes.Text(id, secret));
    }

    /// <summary>
    /// Makes the first administrator, who signs in with the configured provider. Refuses <c>officer.answers</c>,
    /// <c>account.linked</c>.
    /// </summary>
    /// <param name="id">The officer's id: 2 to 60 small letters, digits and hyphens.</param>
    /// <param name="name">Their name at work, 1 to 60 characters.</param>
    /// <param name="issuer">The provider, as its tokens name it.</param>
    /// <param name="subject">The provider's name for them.</param>
    /// <param name="identityTag">The tag of their document's number (<see cref="AppointOfficer.TagOf"/>); may be
    /// null.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>The officer's id: <c>officer/…</c>.</returns>
    public async Task<Outcome<string>> WithLoginAsync(
        string id,
        string name,
        string issuer,
        string subject,
        string? identityTag = null,
        CancellationToken ct = default) =>
        await MakeAsync(id, new(name, Account.KeyOf(tags, issuer, subject), CodeHash: null, identityTag), ct);

    private async Task<Outcome<string>> MakeAsync(string id, MakeFirstAdministrator request, CancellationToken ct) =>
        (await desk.RunAsync<MakeFirstAdministrator, Officer>(id, request, Actor.House, ids.Next(), ct))
            .Then<string>(static done => done.State.Id);
}
