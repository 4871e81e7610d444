using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using QRCoder;

namespace Heluo.Terminal.Components;

/// <summary>Draws a QR code as one path, dark on white whatever the colours of the page, with its quiet zone.</summary>
public sealed class Qr : ComponentBase
{
    private const int Quiet = 4;

    /// <summary>What the code says, at most 300 characters.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>What the code is, for those who cannot see it.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        using var code = QRCodeGenerator.GenerateQrCode(Text[..Math.Min(Text.Length, 300)], QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var size = modules.Count - (2 * 4) + (2 * Quiet);
        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", "qr");
        builder.AddAttribute(2, "viewBox", FormattableString.Invariant($"0 0 {size} {size}"));
        builder.AddAttribute(3, "role", "img");
        builder.AddAttribute(4, "aria-label", Label);
        builder.OpenElement(5, "path");
        builder.AddAttribute(6, "fill", "#fff");
        builder.AddAttribute(7, "d", FormattableString.Invariant($"M0 0h{size}v{size}H0z"));
        builder.CloseElement();
        builder.OpenElement(8, "path");
        builder.AddAttribute(9, "fill", "#000");
        builder.AddAttribute(10, "d", Path(code));
        builder.CloseElement();
        builder.CloseElement();
    }

    private static string Path(QRCodeData code)
    {
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var from = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(FormattableString.Invariant($"M{from} {y}h{x - from}v1H{from}z"));
                }
            }
        }

        return path.ToString();
    }
}
