using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Heluo.Services.Tests.Archives;

public sealed class ArchiveZipTests(ArchiveSample sample) : IClassFixture<ArchiveSample>
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("PK")]
    [InlineData("%PDF-1.7 and much more than twenty-two bytes")]
    public void What_is_no_archive_is_refused(string text) =>
        VerifyArchiveTests.Refused(Encoding.ASCII.GetBytes(text), "archive.not_one", "no archive");

    [Fact]
    public void An_archive_of_nothing_is_none() =>
        VerifyArchiveTests.Refused(ArchiveSample.Zip([]), "archive.not_one", "no archive");

    [Fact]
    public void Wherever_it_is_cut_off_it_is_refused()
    {
        for (var length = 4; length < sample.Bytes.Length; length += Math.Max(1, sample.Bytes.Length / 61))
        {
            VerifyArchiveTests.Refused(sample.Bytes[..length], "archive.truncated", "cut off");
        }

        VerifyArchiveTests.Refused(sample.Bytes[..^1], "archive.truncated", "cut off");
    }

    [Fact]
    public void Bytes_before_between_or_behind_its_files_are_refused()
    {
        var head = Encoding.ASCII.GetBytes("#!/bin/sh\n");
        VerifyArchiveTests.Refused([.. head, .. sample.Bytes], "archive.not_one", "no archive");
        VerifyArchiveTests.Refused([.. sample.Bytes, 0], "archive.hidden", "belong to none");
        VerifyArchiveTests.Refused([.. sample.Bytes, .. sample.Bytes], "archive.hidden", "belong to none");
        var directory = (int)BinaryPrimitives.ReadUInt32LittleEndian(sample.Bytes.AsSpan(sample.Bytes.Length - 6));
        byte[] between = [.. sample.Bytes[..directory], 1, 2, 3, .. sample.Bytes[directory..]];
        BinaryPrimitives.WriteUInt32LittleEndian(between.AsSpan(between.Length - 6), (uint)directory + 3);
        VerifyArchiveTests.Refused(between, "archive.hidden", "belong to none");
    }

    [Fact]
    public void A_comment_is_a_place_to_hide()
    {
        using var bytes = new MemoryStream();
        bytes.Write(sample.Bytes);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.Comment = "a second manifest";
        }

        VerifyArchiveTests.Refused(bytes.ToArray(), "archive.hidden", "belong to none");
    }

    [Theory]
    [InlineData("../evil.json")]
    [InlineData("/etc/passwd")]
    [InlineData("papers/../../x.pdf")]
    [InlineData("papers\\x.pdf")]
    [InlineData("C:/x.pdf")]
    [InlineData("papers/")]
    [InlineData("papers//x.pdf")]
    [InlineData("./x.pdf")]
    [InlineData("x")]
    [InlineData("X.JSON")]
    [InlineData("x\u001b[2J.json")]
    [InlineData("案卷.json")]
    public void A_path_that_no_archive_has_is_refused(string path) =>
        VerifyArchiveTests.Refused(sample.Changed(files => files[path] = [1]), "archive.path", "a path");

    [Fact]
    public void A_path_of_any_length_is_refused_and_shown_short()
    {
        var refusal = ArchiveSample.Verify(sample.Changed(files => files[new string('a', 60_000)] = [1])).Refusal!;
        refusal.Code.ShouldBe("archive.path");
        refusal.Sentence.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void A_link_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("key.pem");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var content = entry.Open();
            content.Write("/etc/passwd"u8);
        }

        VerifyArchiveTests.Refused(bytes.ToArray(), "archive.path", "key.pem");
    }

    [Fact]
    public void The_same_path_twice_is_refused() => VerifyArchiveTests.Refused(
        ArchiveSample.Zip(
        [
            .. ArchiveSample.Files(sample.Bytes).Select(file => (file.Key, file.Value)), ("facts.json", [1]),
        ]),
        "archive.twice", "facts.json");

    [Fact]
    public void Too_many_files_are_refused_before_they_are_looked_at() => VerifyArchiveTests.Refused(
        ArchiveSample.Zip(Enumerable.Range(0, ArchiveLimits.Files + 3)
            .Select(i => ($"papers/{i}.pdf", Array.Empty<byte>()))),
        "archive.too_large", "limits");

    [Fact]
    public void A_file_that_unpacks_to_more_than_the_manifest_says_is_not_unpacked_further()
    {
        var bomb = new byte[64 << 20];
        var packed = sample.Changed(files => files["papers/1.pdf"] = bomb);
        packed.Length.ShouldBeLessThan(1 << 21);
        var before = GC.GetAllocatedBytesForCurrentThread();
        VerifyArchiveTests.Refused(packed, "archive.file_altered", "papers/1.pdf");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(32 << 20);
    }

    [Fact]
    public void A_manifest_that_lists_more_than_an_archive_may_hold_is_refused()
    {
        var forged = sample.Forged(_ => { }, manifest =>
        {
            foreach (var file in manifest["files"]!.AsArray())
            {
                file!["length"] = ArchiveLimits.Unpacked;
            }
        });
        VerifyArchiveTests.Refused(forged, "archive.too_large", "manifest.json");
    }

    [Fact]
    public void Random_damage_never_passes_and_never_throws()
    {
        var random = new Random(20210104);
        for (var i = 0; i < 120; i++)
        {
            var damaged = sample.Bytes.ToArray();
            for (var hit = random.Next(1, 4); hit > 0; hit--)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            }

            var refusal = ArchiveSample.Verify(damaged).Refusal;
            refusal.ShouldNotBeNull();
            refusal.Code.ShouldStartWith("archive.");
        }
    }
}
