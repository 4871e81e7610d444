namespace Heluo.Cases;

/// <summary>
/// A JPEG: segments from the start of the image to its end. Cameras put a second image or a note of theirs behind it;
/// what begins there as a program or an archive is refused.
/// </summary>
internal sealed class JpegShape : FileShape
{
    private const int Start = 2;
    private const int Opening = 16;
    private readonly byte[] behind = new byte[Opening];
    private int held;
    private long skip = Start;
    private State state = State.Marker;
    private bool isScan;
    private bool hasScan;
    private int high;

    private enum State
    {
        Marker, Kind, HighLength, LowLength, Scan, ScanMarker, Behind, Broken,
    }

    protected override void Look(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            if (skip > 0)
            {
                var passed = (int)Math.Min(skip, bytes.Length - at);
                skip -= passed;
                at += passed - 1;
                continue;
            }

            if (state == State.Scan)
            {
                // A scan is most of a picture: run to its next marker.
                var next = bytes[at..].IndexOf((byte)0xFF);
                if (next < 0)
                {
                    return;
                }

                (at, state) = (at + next, State.ScanMarker);
                continue;
            }

            if (state == State.Behind && (held > 0 || !IsBlank(bytes[at])))
            {
                var taken = Math.Min(bytes.Length - at, Opening - held);
                bytes.Slice(at, taken).CopyTo(behind.AsSpan(held));
                held += taken;
                return;
            }

            Next(bytes[at]);
        }
    }

    protected override bool IsWhole() =>
        state == State.Behind && hasScan && !IsForeign(behind.AsSpan(0, held));

    private void Next(byte one) => state = state switch
    {
        State.Marker => one == 0xFF ? State.Kind : State.Broken,
        State.Kind => one == 0xFF ? State.Kind : Marked(one),
        State.ScanMarker => one switch
        {
            0 or >= 0xD0 and <= 0xD7 => State.Scan, // a byte of the picture, or a restart
            0xFF => State.ScanMarker,
            _ => Marked(one),
        },
        State.HighLength => Highly(one),
        State.LowLength => Segment((high << 8) | one),
        _ => state,
    };

    private State Marked(byte kind)
    {
        if (kind == 0xD9)
        {
            return State.Behind;
        }

        isScan = kind == 0xDA;
        hasScan |= isScan;
        return kind is >= 0xC0 and not (>= 0xD0 and <= 0xD8) and not 0xFF ? State.HighLength : State.Broken;
    }

    private State Highly(byte one)
    {
        high = one;
        return State.LowLength;
    }

    private State Segment(int length)
    {
        skip = length - 2;
        return length < 2 ? State.Broken : isScan ? State.Scan : State.Marker;
    }
}
