using System.Globalization;
using Heluo.Cel.Values;

namespace Heluo.Cel.Library;

/// <summary>A range of addresses: an address and how many of its leading bits are fixed (RFC 4632).</summary>
internal sealed class NetworkRange(NetworkAddress address, int length) : CelOpaque
{
    public static CelType OfType { get; } = CelType.Opaque("net.CIDR");

    public override CelType Type => OfType;

    public NetworkAddress Address => address;

    public int Length => length;

    /// <summary>The range from its first address.</summary>
    public NetworkRange Masked
    {
        get
        {
            var free = address.Width - length;
            var bits = free == 128 ? 0 : (address.Bits >> free) << free;
            return new NetworkRange(new NetworkAddress(bits, address.IsV4), length);
        }
    }

    /// <summary>Reads <c>address/length</c>; the message says why there is none.</summary>
    public static NetworkRange? Read(string text, out string message)
    {
        var shown = text.Length <= 60 ? text : text[..60];
        var slash = text.LastIndexOf('/');
        message = text.Contains('%')
            ? $"CIDR with zone value is not allowed: '{shown}'"
            : $"Network '{shown}' parse error during conversion from string";
        if (slash < 0 || text.Contains('%')) return null;
        if (NetworkAddress.Read(text[..slash], out var inner) is not { } address)
        {
            message = inner;
            return null;
        }

        var digits = text[(slash + 1)..];
        if (digits.Length is 0 or > 3 || (digits.Length > 1 && digits[0] == '0')) return null;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return null;
        return length <= address.Width ? new NetworkRange(address, length) : null;
    }

    public bool Contains(NetworkAddress other) =>
        other.IsV4 == address.IsV4 && new NetworkRange(other, length).Masked.Address.Bits == Masked.Address.Bits;

    public bool Contains(NetworkRange other) => other.Length >= length && Contains(other.Address);

    public override bool Equals(object? obj) =>
        obj is NetworkRange other && other.Length == length && other.Address.Equals(address);

    public override int GetHashCode() => HashCode.Combine(address, length);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{address}/{length}");
}
