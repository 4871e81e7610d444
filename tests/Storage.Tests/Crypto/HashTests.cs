using System.Text;

namespace Heluo.Storage.Tests.Crypto;

public sealed class HashTests
{
    [Theory]
    [InlineData("SHA-256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("SM3", "abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData(
        "SM3", "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd",
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")]
    public void A_hash_gives_what_its_standard_gives_whole_and_in_pieces(string name, string text, string expected)
    {
        var hash = Hashes.Find(name)!;
        var content = Encoding.ASCII.GetBytes(text);
        Convert.ToHexStringLower(hash.Of(content)).ShouldBe(expected);
        using var running = hash.Begin();
        running.Append(content.AsSpan(0, 1));
        running.Append(content.AsSpan(1));
        Convert.ToHexStringLower(running.End()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("SHA-256", 43)]
    [InlineData("SM3", 47)]
    public void A_commitment_names_its_hash_when_it_is_not_the_usual_one(string name, int length)
    {
        var hash = Hashes.Find(name)!;
        var text = Commitment.Text(hash, hash.Of("x"u8));
        text.Length.ShouldBe(length);
        Commitment.Parse(text)!.Value.Hash.ShouldBe(hash);
        Commitment.Parse(text)!.Value.Digest.ShouldBe(hash.Of("x"u8));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SM3.")]
    [InlineData("MD5.AAAA")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public void What_is_no_commitment_is_none(string? text) => Commitment.Parse(text).ShouldBeNull();
}
