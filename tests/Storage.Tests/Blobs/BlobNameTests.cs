using CsCheck;

namespace Heluo.Storage.Tests.Blobs;

public sealed class BlobNameTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_text_that_is_no_hash_is_no_name(string? text) => BlobName.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Whatever_parses_stays_within_the_folder() =>
        Gen.String[Gen.Char["abcXYZ019-_/.=\\"], 43, 43].Sample(text =>
        !BlobName.TryParse(text, out var name)
        || (name.File.Length == 64 && name.File.All(char.IsAsciiHexDigitLower)));

    [Fact]
    public void A_name_survives_its_text() => Gen.Byte.Array[32].Sample(hash =>
        BlobName.TryParse(BlobName.Of(hash).Text, out var back) && back == BlobName.Of(hash));
}
