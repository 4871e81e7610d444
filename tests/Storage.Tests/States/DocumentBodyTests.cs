using System.Text;
using CsCheck;

namespace Heluo.Storage.Tests.States;

public sealed class DocumentBodyTests
{
    [Theory]
    [InlineData("01")]
    [InlineData("01ffffffff")]
    [InlineData("0100000040")]
    [InlineData("0105000000")]
    [InlineData("010500000000112233")]
    public void A_damaged_packed_body_is_refused(string hex) =>
        Should.Throw<InvalidDataException>(() => DocumentBody.Unpack(Convert.FromHexString(hex)));

    [Fact]
    public void A_body_said_to_be_longer_or_shorter_than_it_is_is_refused()
    {
        var packed = DocumentBody.Pack(Json(2000));
        packed[1]++;
        Should.Throw<InvalidDataException>(() => DocumentBody.Unpack(packed));
        packed[1] -= 2;
        Should.Throw<InvalidDataException>(() => DocumentBody.Unpack(packed));
    }

    [Fact]
    public void A_short_body_stays_as_people_can_read_it() => DocumentBody.Pack(Json(100)).ShouldBe(Json(100));

    [Fact]
    public void Any_body_comes_back_as_it_was() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Byte.Array[0, 600]).Sample((length, noise) =>
    {
        byte[] json = [.. Json(length), .. noise];
        return DocumentBody.Unpack(DocumentBody.Pack(json)).Span.SequenceEqual(json);
    });

    private static byte[] Json(int length) => Encoding.UTF8.GetBytes("{\"text\":\"" + new string('x', length) + "\"}");
}
