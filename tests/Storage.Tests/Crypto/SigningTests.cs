using Heluo.Kernel;

namespace Heluo.Storage.Tests.Crypto;

public sealed class SigningTests : IDisposable
{
    private readonly Scratch scratch = new();

    [Theory]
    [InlineData("international", "ES256")]
    [InlineData("sm", "SM2-SM3")]
    public void A_key_is_made_once_and_its_public_half_knows_its_signatures(string suite, string algorithm)
    {
        using var made = Open(suite).Value;
        using var again = Open("international").Value;
        (made.Algorithm, again.Algorithm).ShouldBe((algorithm, algorithm), "a key that is there stays");
        again.PublicPem.ShouldBe(made.PublicPem);
        again.Derive("codes").ShouldBe(made.Derive("codes"));
        again.Derive("other").ShouldNotBe(made.Derive("codes"));

        var key = VerifyingKey.Read(made.PublicPem)!;
        key.Algorithm.ShouldBe(algorithm);
        key.Pem.ShouldBe(made.PublicPem);
        var signature = again.Sign("content"u8);
        key.Verify("content"u8, signature).ShouldBeTrue();
        key.Verify("another"u8, signature).ShouldBeFalse();
        key.Verify("content"u8, signature.AsSpan(1)).ShouldBeFalse();
        key.Verify("content"u8, []).ShouldBeFalse();
        signature[^1] ^= 1;
        key.Verify("content"u8, signature).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing of the kind")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n")]
    public void What_is_no_key_is_none(string pem) => VerifyingKey.Read(pem).ShouldBeNull();

    [Fact]
    public void A_private_key_is_no_public_one()
    {
        VerifyingKey.Read(CryptoSuite.Sm.MakeKey()).ShouldBeNull();
        VerifyingKey.Read(CryptoSuite.International.MakeKey()).ShouldBeNull();
    }

    [Fact]
    public void A_file_that_others_may_read_or_that_holds_no_key_is_refused()
    {
        using (Open("sm").Value)
        {
        }

        File.SetUnixFileMode(
            scratch["sign.pem"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Open("sm").Refusal!.Code.ShouldBe("key.exposed");
        File.SetUnixFileMode(scratch["sign.pem"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(scratch["sign.pem"], "nothing");
        Open("sm").Refusal!.Code.ShouldBe("key.form");
    }

    public void Dispose() => scratch.Dispose();

    private Outcome<SigningKey> Open(string suite) =>
        SigningKeys.Open(scratch.Folder, "sign.pem", CryptoSuite.Find(suite)!);
}
