using Heluo.Cel.Running;
using static Heluo.Cel.Library.Form;

namespace Heluo.Cel.Library;

/// <summary>Network addresses and ranges.</summary>
internal static class NetworkFunctions
{
    private static readonly CelType Ip = NetworkAddress.OfType;
    private static readonly CelType Cidr = NetworkRange.OfType;

    private delegate CelValue OfAddress(NetworkAddress address);

    private delegate CelValue OfRange(NetworkRange range);

    public static IEnumerable<Overload> All() =>
    [
        Function("ip", [CelType.String], Ip, (ref _, arguments) =>
            ReadAddress(arguments[0], address => CelValue.Of(address))),
        Function("isIP", [CelType.String], CelType.Bool, (ref _, arguments) =>
            NetworkAddress.Read(arguments[0].AsString, out var message) is not null),
        Function("ip.isCanonical", [CelType.String], CelType.Bool, IsCanonical),
        Function("cidr", [CelType.String], Cidr, (ref _, arguments) =>
            ReadRange(arguments[0], range => CelValue.Of(range))),
        Function("isCIDR", [CelType.String], CelType.Bool, (ref _, arguments) =>
            NetworkRange.Read(arguments[0].AsString, out var message) is not null),
        Function("string", [Ip], CelType.String, (ref _, arguments) => arguments[0].AsOpaque.ToString()),
        Function("string", [Cidr], CelType.String, (ref _, arguments) => arguments[0].AsOpaque.ToString()),
        Address("family", CelType.Int, address => address.IsV4 ? 4L : 6L),
        Address("isUnspecified", CelType.Bool, address => address.IsUnspecified),
        Address("isLoopback", CelType.Bool, address => address.IsLoopback),
        Address("isGlobalUnicast", CelType.Bool, address => address.IsGlobalUnicast),
        Address("isLinkLocalMulticast", CelType.Bool, address => address.IsLinkLocalMulticast),
        Address("isLinkLocalUnicast", CelType.Bool, address => address.IsLinkLocalUnicast),
        Method("containsIP", [Cidr, Ip], CelType.Bool, (ref _, arguments) =>
            Range(arguments[0]).Contains(Address(arguments[1]))),
        Method("containsIP", [Cidr, CelType.String], CelType.Bool, ContainsText),
        Method("containsCIDR", [Cidr, Cidr], CelType.Bool, (ref _, arguments) =>
            Range(arguments[0]).Contains(Range(arguments[1]))),
        Method("containsCIDR", [Cidr, CelType.String], CelType.Bool, ContainsRangeText),
        Method("ip", [Cidr], Ip, (ref _, arguments) => CelValue.Of(Range(arguments[0]).Address)),
        Method("masked", [Cidr], Cidr, (ref _, arguments) => CelValue.Of(Range(arguments[0]).Masked)),
        Method("prefixLength", [Cidr], CelType.Int, (ref _, arguments) => (long)Range(arguments[0]).Length),
    ];

    private static NetworkAddress Address(in CelValue value) => (NetworkAddress)value.AsOpaque;

    private static NetworkRange Range(in CelValue value) => (NetworkRange)value.AsOpaque;

    private static Overload Address(string name, CelType result, OfAddress answer) =>
        Method(name, [Ip], result, (ref _, arguments) => answer(Address(arguments[0])));

    private static CelValue ReadAddress(in CelValue text, OfAddress answer) =>
        NetworkAddress.Read(text.AsString, out var message) is { } address ? answer(address) : Unfit(message);

    private static CelValue ReadRange(in CelValue text, OfRange answer) =>
        NetworkRange.Read(text.AsString, out var message) is { } range ? answer(range) : Unfit(message);

    private static CelValue IsCanonical(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var text = arguments[0].AsString;
        return ReadAddress(arguments[0], address => address.ToString() == text);
    }

    private static CelValue ContainsText(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var range = Range(arguments[0]);
        return ReadAddress(arguments[1], address => range.Contains(address));
    }

    private static CelValue ContainsRangeText(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var range = Range(arguments[0]);
        return ReadRange(arguments[1], other => range.Contains(other));
    }
}
