using CsCheck;

namespace Heluo.Storage.Tests.Crypto;

public sealed class CipherTests
{
    public static TheoryData<string> Both => [Ciphers.Aes.Algorithm, Ciphers.Sm4.Algorithm];

    [Fact]
    public void Sm4_gives_what_rfc_8998_gives()
    {
        var key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
        var nonce = Convert.FromHexString("00001234567800000000ABCD");
        var bound = Convert.FromHexString("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        var plain = Convert.FromHexString(string.Concat(
            "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD",
            "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA"));
        Convert.ToHexString(Ciphers.Sm4.Encrypt(key, nonce, plain, bound)).ShouldBe(string.Concat(
            "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735",
            "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D",
            "83DE3541E4C2B58177E065A9BF7B62EC"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void What_was_encrypted_comes_back_and_nothing_altered_does(string name)
    {
        var cipher = Ciphers.Find(name)!;
        Gen.Select(Gen.Byte.Array[cipher.KeyBytes], Gen.Byte.Array[12], Gen.Byte.Array[0, 200], Gen.Byte.Array[0, 40])
            .Sample((key, nonce, plain, bound) =>
            {
                var secret = cipher.Encrypt(key, nonce, plain, bound);
                secret.Length.ShouldBe(plain.Length + Ciphers.TagBytes);
                cipher.Decrypt(key, nonce, secret, bound).ShouldBe(plain);
                cipher.Decrypt(key, nonce, secret, [.. bound, 1]).ShouldBeNull();
                cipher.Decrypt(key, nonce, secret.AsSpan(1), bound).ShouldBeNull();
                secret[^1] ^= 1;
                cipher.Decrypt(key, nonce, secret, bound).ShouldBeNull();
                cipher.Decrypt(key, nonce, [], bound).ShouldBeNull();
            });
    }

    [Fact]
    public void No_other_cipher_is_known() => Ciphers.Find("ROT13").ShouldBeNull();
}
