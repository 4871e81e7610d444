using Heluo.Cel.Running;
using static Heluo.Cel.Library.Form;

namespace Heluo.Cel.Library;

/// <summary>base64, with or without padding on reading.</summary>
internal static class EncodingFunctions
{
    public static IEnumerable<Overload> All() =>
    [
        Function("base64.encode", [CelType.Bytes], CelType.String, Encode),
        Function("base64.decode", [CelType.String], CelType.Bytes, Decode),
    ];

    private static CelValue Encode(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var bytes = arguments[0].AsBytes;
        if (bytes.Length * 4L / 3 > run.Budget.TextLength) return run.TooLong();
        return run.Spend(bytes.Length / 64) ? Convert.ToBase64String(bytes) : run.OutOfSteps();
    }

    private static CelValue Decode(ref Run run, ReadOnlySpan<CelValue> arguments)
    {
        var text = arguments[0].AsString;
        if (!run.Spend(text.Length / 64)) return run.OutOfSteps();
        var padded = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var length)
            ? CelValue.OwnBytes(bytes[..length])
            : Unfit("the text is no base64");
    }
}
