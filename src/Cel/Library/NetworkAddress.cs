using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Heluo.Cel.Values;

namespace Heluo.Cel.Library;

/// <summary>An IPv4 or IPv6 address (RFC 4291; written as RFC 5952 has it).</summary>
internal sealed class NetworkAddress(UInt128 bits, bool isV4) : CelOpaque
{
    private const ulong Mapped = 0xFFFF;

    public static CelType OfType { get; } = CelType.Opaque("net.IP");

    public override CelType Type => OfType;

    public UInt128 Bits => bits;

    public bool IsV4 => isV4;

    public int Width => isV4 ? 32 : 128;

    /// <summary>The same address without the IPv6 coat that an IPv4 address may wear.</summary>
    private NetworkAddress Plain =>
        !isV4 && bits >> 32 == Mapped ? new NetworkAddress(bits & uint.MaxValue, isV4: true) : this;

    public bool IsUnspecified => bits == 0;

    public bool IsLoopback => Plain is { IsV4: true } v4 ? v4.Bits >> 24 == 127 : bits == 1;

    public bool IsLinkLocalUnicast => Plain is { IsV4: true } v4 ? v4.Bits >> 16 == 0xA9FE : bits >> 118 == 0x3FA;

    public bool IsLinkLocalMulticast => Plain is { IsV4: true } v4
        ? v4.Bits >> 8 == 0xE00000
        : bits >> 120 == 0xFF && ((bits >> 112) & 0xF) == 2;

    public bool IsMulticast => Plain is { IsV4: true } v4 ? v4.Bits >> 28 == 0xE : bits >> 120 == 0xFF;

    public bool IsGlobalUnicast => !IsUnspecified && !IsLoopback && !IsMulticast && !IsLinkLocalUnicast
        && !(Plain.IsV4 && Plain.Bits == uint.MaxValue) && Plain.Bits != 0;

    /// <summary>Reads an address; the message says why there is none.</summary>
    public static NetworkAddress? Read(string text, out string message)
    {
        var shown = text.Length <= 50 ? text : text[..50];
        message = $"IP Address '{shown}' parse error during conversion from string";
        if (text.Contains('%')) message = $"IP Address '{shown}' with zone value is not allowed";
        else if (!text.Contains(':')) return TryV4(text, out var v4) ? new NetworkAddress(v4, isV4: true) : null;
        else if (text.Contains('.')) message = $"IPv4-mapped IPv6 address is not allowed: '{shown}'";
        else if (TryV6(text, out var v6)) return new NetworkAddress(v6, isV4: false);
        return null;
    }

    public override bool Equals(object? obj) =>
        obj is NetworkAddress other && Plain.IsV4 == other.Plain.IsV4 && Plain.Bits == other.Plain.Bits;

    public override int GetHashCode() => Plain.Bits.GetHashCode();

    public override string ToString()
    {
        if (isV4)
        {
            var four = (uint)bits;
            return string.Create(
                CultureInfo.InvariantCulture, $"{four >> 24}.{(four >> 16) & 255}.{(four >> 8) & 255}.{four & 255}");
        }

        Span<byte> octets = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(octets, bits);
        var groups = new ushort[8];
        for (var i = 0; i < 8; i++) groups[i] = BinaryPrimitives.ReadUInt16BigEndian(octets[(i * 2)..]);
        return Write(groups);
    }

    /// <summary>The longest run of two or more zero groups becomes <c>::</c>, the first of equal ones.</summary>
    private static string Write(ushort[] groups)
    {
        var (start, length) = (-1, 1);
        for (var i = 0; i < 8; i++)
        {
            var run = groups.Skip(i).TakeWhile(group => group == 0).Count();
            if (run > length) (start, length) = (i, run);
        }

        var text = new StringBuilder();
        for (var i = 0; i < 8; i++)
        {
            if (i == start)
            {
                text.Append("::");
                i += length - 1;
                continue;
            }

            if (text.Length > 0 && text[^1] != ':') text.Append(':');
            text.Append(CultureInfo.InvariantCulture, $"{groups[i]:x}");
        }

        return text.ToString();
    }

    private static bool TryV4(string text, out UInt128 bits)
    {
        bits = 0;
        var parts = text.Split('.');
        if (parts.Length != 4) return false;
        foreach (var part in parts)
        {
            if (part.Length > 3 || (part.Length > 1 && part[0] == '0')) return false;
            if (!byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var octet)) return false;
            bits = (bits << 8) | octet;
        }

        return true;
    }

    private static bool TryV6(string text, out UInt128 bits)
    {
        bits = 0;
        if (text.Length > 39) return false;
        var halves = text.Split("::");
        if (halves.Length > 2 || !TryGroups(halves[0], out var head, out var before)) return false;
        if (halves.Length == 1)
        {
            bits = head;
            return before == 8;
        }

        if (!TryGroups(halves[1], out var tail, out var after) || before + after > 7) return false;
        bits = (before == 0 ? 0 : head << (16 * (8 - before))) | tail;
        return true;
    }

    private static bool TryGroups(string text, out UInt128 bits, out int count)
    {
        (bits, count) = (0, 0);
        if (text.Length == 0) return true;
        foreach (var part in text.Split(':'))
        {
            if (++count > 8 || part.Length is 0 or > 4) return false;
            if (!ushort.TryParse(
                part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var group)) return false;
            bits = (bits << 16) | group;
        }

        return true;
    }
}
