using System.Text;
using QRCoder;

namespace Heluo.Services;

/// <summary>Draws a QR code as one SVG path, with its quiet zone: no script, no style, no address but what it
/// says.</summary>
internal static class DocumentQr
{
    public static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules[y].Count; x++)
            {
                var from = x;
                while (x < modules[y].Count && modules[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(FormattableString.Invariant($"M{from} {y}h{x - from}v1H{from}z"));
                }
            }
        }

        return FormattableString.Invariant(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {modules.Count} {modules.Count}" role="img">
            <path fill="#fff" d="M0 0h{modules.Count}v{modules.Count}H0z"/><path fill="#000" d="{path}"/></svg>
            """);
    }
}
