using System.Text;
using CsCheck;

namespace Heluo.Cases.Tests.Uploads;

public sealed class FileShapeTests
{
    private static readonly byte[] Elf = [0x7F, .. "ELF"u8, 2, 1, 1, 0, .. new byte[300]];
    private static readonly byte[] Zip = [.. "PK\x03\x04"u8, .. new byte[40], .. "PK\x05\x06"u8, .. new byte[18]];

    public static TheoryData<string, string, byte[]> Unsound => new()
    {
        { "pdf", "a program behind the first bytes", [.. "%PDF-"u8, .. Elf] },
        { "pdf", "a program behind the header line", [.. "%PDF-1.7\n"u8, .. Elf, .. "\nstartxref\n9\n%%EOF\n"u8] },
        { "pdf", "a program in a comment", [.. "%PDF-1.7\n%"u8, .. Elf, .. "\n"u8, .. Pdf[9..]] },
        { "pdf", "a program behind the end", [.. Pdf, .. Elf] },
        { "pdf", "a script behind the end", [.. Pdf, .. "#!/bin/sh\nrm -rf /\n"u8] },
        { "pdf", "an archive behind the end", [.. Pdf, .. Zip] },
        { "pdf", "an archive around it", [.. "%PDF-1.7\n1 0 obj<<>>endobj\n"u8, .. Zip[..^2], 25, 0,
            .. "\nstartxref\n9\n%%EOF\n      "u8] },
        { "pdf", "a page of HTML behind the end", [.. Pdf, .. "<script>alert(1)</script>"u8] },
        { "pdf", "broken off", Pdf[..^8] },
        { "pdf", "nothing but a header", "%PDF-1.7\n"u8.ToArray() },
        { "pdf", "no object", [.. "%PDF-1.7\nhello\nstartxref\n3\n%%EOF\n"u8] },
        { "pdf", "its table is beyond its end", [.. Pdf[..^20], .. "\nstartxref\n99999\n%%EOF\n"u8] },
        { "pdf", "too many blanks behind the end", [.. Pdf, .. new byte[FileShape.Slack + 1]] },
        { "png", "broken off", Png[..^5] },
        { "png", "a program behind the first bytes", [.. Png[..8], .. Elf] },
        { "png", "a program behind the end", [.. Png, .. Elf] },
        { "png", "an archive behind the end", [.. Png, .. Zip] },
        { "png", "no end", Png[..^12] },
        { "png", "two beginnings", [.. Png[..33], .. Png[8..]] },
        { "jpg", "broken off", Jpeg[..^2] },
        { "jpg", "a program behind the first bytes", [0xFF, 0xD8, 0xFF, .. Elf] },
        { "jpg", "a program behind the end", [.. Jpeg, .. Elf] },
        { "jpg", "a Windows program after blanks", [.. Jpeg, 0, 0, (byte)'M', (byte)'Z', .. new byte[90]] },
        { "jpg", "an archive behind a note", [.. Jpeg, .. "note"u8, .. Zip] },
        { "jpg", "no picture", [.. Jpeg[..4], 0xFF, 0xD9] },
    };

    private static byte[] Pdf => Encoding.Latin1.GetBytes(
        "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 1\n"
        + "trailer\n<</Root 1 0 R>>\nstartxref\n52\n%%EOF\n");

    private static byte[] Png =>
    [
        0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[13 + 4],
        0, 0, 0, 5, .. "IDAT"u8, 1, 2, 3, 4, 5, .. new byte[4], 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82,
    ];

    private static byte[] Jpeg =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0xFF, 0xD9, 0xFF, 0xDA, 0, 3, 7, 1, 2, 0xFF, 0, 3, 0xFF, 0xD3, 4,
        0xFF, 0xC4, 0, 2, 0xFF, 0xFF, 0xDA, 0, 2, 9, 9, 0xFF, 0xD9,
    ];

    [Theory]
    [MemberData(nameof(Unsound))]
    public void What_is_no_whole_file_of_its_kind_is_seen(string kind, string what, byte[] file)
    {
        IsSound(kind, file, file.Length).ShouldBeFalse(what);
        IsSound(kind, file, 1).ShouldBeFalse($"{what}, byte by byte");
    }

    [Fact]
    public void Whole_files_pass_however_they_are_cut_into_pieces()
    {
        (string, byte[])[] files =
        [
            ("pdf", Pdf), ("png", Png), ("jpg", Jpeg),
            ("pdf", [.. Pdf, .. "\r\n\0\0"u8]),
            ("pdf", [.. Pdf, .. "9 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n60\n%%EOF"u8]),
            ("pdf", [.. "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8]),
            ("pdf", [.. Pdf[..40], .. new byte[300_000], .. Pdf[40..]]),
            ("png", [.. Png, (byte)'\n']),
            ("jpg", [.. Jpeg, .. Jpeg]),
            ("jpg", [.. Jpeg, 0, 0, 0x0A, 1, .. "Image_UTC_Data"u8]),
            ("jpg", [.. Jpeg, 0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[200_000]]),
        ];
        foreach (var (kind, file) in files)
        {
            foreach (var size in new[] { 1, 2, 3, 7, 64, 4096, file.Length })
            {
                IsSound(kind, file, size).ShouldBeTrue($"{kind} of {file.Length} in pieces of {size}");
            }
        }
    }

    [Fact]
    public void The_answer_does_not_depend_on_the_pieces() =>
        Gen.Select(Gen.Int[0, 2], Gen.Byte.Array[0, 40], Gen.Int[0, 60], Gen.Int[1, 30]).Sample((kind, put, at, size) =>
        {
            var (name, file) = kind switch { 0 => ("pdf", Pdf), 1 => ("png", Png), _ => ("jpg", Jpeg) };
            var place = Math.Min(at, file.Length);
            byte[] altered = [.. file[..place], .. put, .. file[place..]];
            return IsSound(name, altered, size) == IsSound(name, altered, altered.Length);
        });

    private static bool IsSound(string kind, byte[] file, int piece)
    {
        var shape = FileShape.Of(kind);
        foreach (var bytes in file.Chunk(Math.Max(1, piece)))
        {
            shape.Take(bytes);
        }

        return shape.IsSound();
    }
}
