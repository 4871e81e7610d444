using System.Globalization;
using Heluo.Kernel;
using Heluo.Registry.Http;

namespace Heluo.Hosting;

/// <summary>Everything the host itself refuses, on one page. The codes are API.</summary>
internal static class HostRefusals
{
    public static Refusal NoIdentityProvider { get; } = new(
        RefusalKind.Unavailable,
        "host.no_identity_provider",
        "Serving needs an OpenID Connect provider: set HELUO_IDENTITY__AUTHORITY and HELUO_IDENTITY__CLIENTID, "
        + "or Identity:Authority and Identity:ClientId in heluo.json of the data folder.");

    public static Refusal Body { get; } =
        new(RefusalKind.Invalid, "request.body",
        "The body is not what this endpoint reads: check its form, names and types.");

    public static Refusal Parameter { get; } = new(
        RefusalKind.Invalid, "request.parameter",
        "A word of the address or of the query is not of the form that this endpoint reads.");

    public static Refusal Malformed { get; } = new(
        RefusalKind.Invalid, "request.malformed",
        "This is no request by the rules of HTTP: its path, method or headers cannot be read.");

    public static Refusal LongAddress { get; } =
        new(RefusalKind.Invalid, "request.long_address", "The address is longer than the house reads.");

    public static Refusal LargeHeaders { get; } =
        new(RefusalKind.Invalid, "request.large_headers", "The headers are larger than the house reads.");

    public static Refusal Slow { get; } =
        new(RefusalKind.Invalid, "request.slow", "The request came too slowly and was broken off.");

    public static Refusal NotAcceptable { get; } =
        new(RefusalKind.Invalid, "request.not_acceptable", "It cannot be answered in the form asked for.");

    public static Refusal Range { get; } =
        new(RefusalKind.Invalid, "request.range", "There is no such range of it.");

    public static Refusal TooLarge { get; } =
        new(RefusalKind.TooLarge, "request.too_large", "The body is over this endpoint's limit of size.");

    public static Refusal MediaType { get; } =
        new(RefusalKind.Invalid, "request.media_type", "This endpoint does not read bodies of that media type.");

    public static Refusal FormToken { get; } =
        new(RefusalKind.Invalid, "request.form_token", "The form is too old or not from this house: open it again.");

    public static Refusal NoSuchPath { get; } = new(RefusalKind.NotFound, "request.no_such_path",
        "There is nothing here.");

    public static Refusal Method { get; } =
        new(RefusalKind.Invalid, "request.method", "This path does not answer to that method.");

    public static Refusal Broken { get; } =
        new(RefusalKind.Unavailable, "house.broken",
        "Something here is broken; it has been logged under the trace of this answer.");

    public static Refusal NoCity { get; } = new(
        RefusalKind.NotFound, "host.no_city", "The store has kept no city: nothing was ever served from it.");

    public static Refusal NoCheckpoint { get; } = new(
        RefusalKind.NotFound, "checkpoint.none", "No checkpoint has been signed yet; the first comes within a minute.");

    public static Refusal Crypto(string name) => new(
        RefusalKind.Invalid, "store.crypto", $"Store:Crypto is 'international' or 'sm', not '{name}'.");

    public static Refusal KeysInside(string keys) => new(
        RefusalKind.Invalid, "backup.keys_inside",
        $"{keys} lies in the backup: data and keys never lie together.");

    public static Refusal Occupied(string folder) => new(
        RefusalKind.Conflict, "restore.occupied", $"'{folder}' holds a store or keys already; take an empty folder.");

    public static Refusal Moment(string said) => new(
        RefusalKind.Invalid, "restore.moment", $"{said} is not a moment such as 2026-02-13T16:30:00Z.");

    public static Refusal NoStore(string folder) =>
        new(RefusalKind.NotFound, "store.absent", $"There is no store in {folder}.");

    public static Refusal Making(string folder) => new(
        RefusalKind.Unavailable, "demo.making", $"The demo city in {folder} is still being made.");

    public static Refusal Out(string file, string why) =>
        new(RefusalKind.Invalid, "export.out", $"{file} cannot be written: {why}");

    public static Refusal NoFile(string file) =>
        new(RefusalKind.NotFound, "export.no_file", $"{file} cannot be read.");

    public static Refusal NoKey(string file) =>
        new(RefusalKind.Invalid, "verify.key_form", $"{file} does not hold a public key that is known here.");

    public static Refusal NoPack(string folder) =>
        new(RefusalKind.NotFound, "host.no_pack", $"There is no pack.yaml in {folder}.");

    public static Refusal Unreadable(string file) =>
        new(RefusalKind.NotFound, "host.unreadable", $"{file} cannot be read.");

    public static Refusal DemoData(string folder) => new(
        RefusalKind.Conflict, "host.demo_data",
            $"{folder} holds a demo city, its people and its keys; serve from another folder.");

    public static Refusal StoreStopped(string code) => new(
        RefusalKind.Unavailable, "host.store_stopped",
        $"The house ended because it is not known whether its last commit is on disk ({code}): look at the disk, then "
        + "start again; every command sent again under its id tells whether it was stored.");

    public static Refusal PortTaken(string urls) => new(
        RefusalKind.Unavailable, "host.port_taken",
        $"Another program already listens at {urls}: stop it or choose --urls.");

    public static Refusal Address(string urls) =>
        new(RefusalKind.Invalid, "host.address",
        $"{urls} is not an address to listen at, such as http://localhost:5080.");

    public static Refusal Rates(IEnumerable<Fault> faults) =>
        new(RefusalKind.Invalid, "host.rates", "The limits of rate are wrong.") { Faults = [.. faults] };

    public static Refusal Rate(TimeSpan after) =>
        new(RefusalKind.TooMany, "request.rate", "Too many requests from this address or with this key; wait a little.")
        {
            Values = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add(
                Problem.RetryAfter,
                Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture)),
        };
}
