using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Heluo.Services.Tests.Archives;

public sealed class VerifyArchiveTests(ArchiveSample sample) : IClassFixture<ArchiveSample>
{
    [Fact]
    public void What_was_written_verifies_with_nothing_but_itself()
    {
        var found = ArchiveSample.Verify(sample.Bytes, sample.PublicPem).Value;
        found.Case.ShouldBe(sample.Number);
        found.KeyWasGiven.ShouldBeTrue();
        found.Facts.ShouldBe(2);
        found.Proven.ShouldBe(4); // two purposes of sealed answers, two papers
        ArchiveSample.Verify(sample.Bytes).Value.KeyWasGiven.ShouldBeFalse();
    }

    [Fact]
    public void Every_altered_file_is_named()
    {
        foreach (var path in ArchiveSample.Files(sample.Bytes).Keys.Where(path => !Seal(path)))
        {
            var altered = sample.Changed(files => files[path] = [.. files[path][..^1], (byte)(files[path][^1] ^ 1)]);
            Refused(altered, "archive.file_altered", path);
            Refused(sample.Changed(files => files[path] = [.. files[path], 0]), "archive.file_altered", path);
            Refused(sample.Changed(files => files.Remove(path)), "archive.file_missing", path);
        }
    }

    [Fact]
    public void An_added_file_is_named()
    {
        Refused(sample.Changed(files => files["papers/99.pdf"] = [1]), "archive.file_added", "papers/99.pdf");
        Refused(sample.Changed(files => files["readme.txt"] = []), "archive.file_added", "readme.txt");
    }

    [Fact]
    public void A_manifest_or_signature_that_was_touched_is_refused()
    {
        Refused(
            sample.Changed(files => files["manifest.json"] = [.. files["manifest.json"], (byte)' ']),
            "archive.signature", "manifest.json");
        Refused(sample.Changed(files => files["manifest.sig"][^1] ^= 1), "archive.signature", "manifest.json");
        Refused(sample.Changed(files => files.Remove("manifest.sig")), "archive.signature", "manifest.sig");
        Refused(
            sample.Changed(files => files["manifest.sig"] = new byte[100_000]), "archive.signature", "manifest.sig");
        Refused(sample.Changed(files => files.Remove("manifest.json")), "archive.manifest", "manifest");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"format":"other","version":1}""")]
    [InlineData("""{"format":"heluo-case-archive"}""")]
    [InlineData("""{"format":"heluo-case-archive","version":1}""")]
    [InlineData("""{"format":"heluo-case-archive","version":1,"files":null}""")]
    public void What_is_no_manifest_is_refused(string text) => Refused(
        sample.Changed(files => files["manifest.json"] = Encoding.UTF8.GetBytes(text)), "archive.manifest", "manifest");

    [Fact]
    public void A_deep_or_long_manifest_is_refused()
    {
        var deep = new string('[', 100_000);
        Refused(
            sample.Changed(files => files["manifest.json"] = Encoding.UTF8.GetBytes(deep)), "archive.manifest",
            "manifest");
        Refused(
            sample.Changed(files => files["manifest.json"] = new byte[ArchiveLimits.ManifestBytes + 1]),
            "archive.manifest", "manifest");
    }

    [Fact]
    public void A_newer_form_is_refused_as_newer() => Refused(
        sample.Forged(_ => { }, manifest => manifest["version"] = 2), "archive.newer", "2");

    [Fact]
    public void Another_key_is_told_by_its_fingerprint()
    {
        var forged = sample.Forged(_ => { });
        Refused(forged, "archive.other_key", "SHA-256", sample.PublicPem);
        var found = ArchiveSample.Verify(forged).Value;
        found.KeyWasGiven.ShouldBeFalse();
        found.Fingerprint.ShouldNotBe(ArchiveSample.Verify(sample.Bytes).Value.Fingerprint);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    public void What_is_no_key_is_refused(string pem)
    {
        Refused(sample.Bytes, "archive.key_form", "--key", pem);
        Refused(sample.Forged(_ => { }, manifest => manifest["key"] = pem), "archive.key_form", "manifest.json");
    }

    [Fact]
    public void A_key_of_another_curve_or_a_private_one_is_refused()
    {
        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Refused(sample.Bytes, "archive.key_form", "--key", wide.ExportSubjectPublicKeyInfoPem());
        Refused(sample.Bytes, "archive.key_form", "--key", own.ExportPkcs8PrivateKeyPem());
    }

    [Fact]
    public void Facts_that_do_not_give_the_case_are_refused_whoever_signed()
    {
        Refused(
            sample.Forged(files => files["case.json"] = ArchiveSample.Text(
                files["case.json"], "\"stage\": \"correction\"", "\"stage\": \"concluded\"")),
            "archive.refold", "case.json");
        Refused(
            sample.Forged(files => files["facts.json"] = ArchiveSample.Text(
                files["facts.json"], "\"case.act_performed\"", "\"draft.begun\"")),
            "archive.refold", "facts.json");
        Refused(
            sample.Forged(files => files["facts.json"] = ArchiveSample.Text(
                files["facts.json"], "\"version\": 2", "\"version\": 3")),
            "archive.refold", "does not follow");
        Refused(
            sample.Forged(files => files["facts.json"] = Encoding.UTF8.GetBytes("{}")), "archive.refold", "facts.json");
        Refused(sample.Forged(_ => { }, manifest => manifest["case"] = "X"), "archive.refold", "manifest.json");
        Refused(sample.Forged(_ => { }, manifest => manifest["facts"] = 1), "archive.refold", "manifest.json");
    }

    [Fact]
    public void A_due_date_that_its_calendar_does_not_give_is_refused_whoever_signed() => Refused(
        sample.Forged(files => files["clocks.json"] = ArchiveSample.Text(
            files["clocks.json"], "\"number\": 1,", "\"number\": 2,")),
        "archive.unproven", "clocks.json");

    [Fact]
    public void A_value_or_paper_that_no_fact_committed_to_is_refused_whoever_signed()
    {
        Refused(
            sample.Forged(files => files["personal.json"] = ArchiveSample.Text(
                files["personal.json"], "Zhang San", "Zhang Si ")),
            "archive.unproven", "personal.json");
        Refused(
            sample.Forged(files => files["papers/1.pdf"] = [.. files["papers/1.pdf"], 0]),
            "archive.unproven", "papers/1.pdf");
        Refused(
            sample.Forged(files => files["papers.json"] = ArchiveSample.Text(
                files["papers.json"], "licence.pdf", "license.pdf")),
            "archive.unproven", "papers.json");
        Refused(
            sample.Forged(files => files["documents.json"] = Encoding.UTF8.GetBytes("[]")),
            "archive.unproven", "documents.json");
    }

    [Fact]
    public void A_pack_that_is_not_the_one_named_is_refused_whoever_signed()
    {
        var pack = ArchiveSample.Files(sample.Bytes).Keys.Single(path =>
            path.StartsWith("packs/", StringComparison.Ordinal));
        Refused(sample.Forged(files => files[pack] = [1, 2, 3]), "archive.pack", "pack version");
        Refused(sample.Forged(files => files.Remove(pack)), "archive.pack", "pack version");
        Refused(
            sample.Forged(_ => { }, manifest => manifest["calendar"] = "../../etc/passwd"), "archive.pack", "passwd");
    }

    [Fact]
    public void Files_that_the_contents_speak_of_must_be_there_whoever_signed() => Refused(
        sample.Forged(files => files.Remove("documents/1-receipt.zh.html")),
        "archive.file_missing", "documents/1-receipt.zh.html");

    private static bool Seal(string path) => path.StartsWith("manifest", StringComparison.Ordinal);

    internal static void Refused(byte[] archive, string code, string says, string? key = null)
    {
        var refusal = ArchiveSample.Verify(archive, key).Refusal;
        refusal.ShouldNotBeNull($"{code} {says}");
        refusal.Code.ShouldBe(code, refusal.Sentence);
        refusal.Sentence.ShouldContain(says);
    }
}
