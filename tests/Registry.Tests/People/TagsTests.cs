namespace Heluo.Registry.Tests;

public class TagsTests
{
    [Fact]
    public void Without_the_key_nobody_can_test_a_guess()
    {
        var one = Tags.Under(new byte[32]);
        var other = Tags.Under([.. Enumerable.Repeat((byte)1, 32)]);
        one.Of("person", "410100199001010001").ShouldNotBe(other.Of("person", "410100199001010001"));
    }

    [Fact]
    public void Tags_of_two_uses_cannot_be_matched() =>
        Tags.Under(new byte[32]).Of("person", "x").ShouldNotBe(Tags.Under(new byte[32]).Of("officer", "x"));

    [Fact]
    public void A_key_is_made_once_readable_by_its_owner_alone_and_found_again()
    {
        var folder = Directory.CreateTempSubdirectory("heluo-tags-").FullName;
        try
        {
            var first = Tags.Open(folder).Of("person", "x");
            Tags.Open(folder).Of("person", "x").ShouldBe(first);
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(Path.Combine(folder, "index.key"))
                    .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_damaged_key_is_refused_and_never_replaced()
    {
        var folder = Directory.CreateTempSubdirectory("heluo-tags-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "index.key"), "short");
            Should.Throw<InvalidDataException>(() => Tags.Open(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void One_command_makes_one_thing()
    {
        Secrets.IdOf("person/a", "command-1").ShouldBe(Secrets.IdOf("person/a", "command-1"));
        Secrets.IdOf("person/a", "command-1").ShouldNotBe(Secrets.IdOf("person/b", "command-1"));
        Secrets.IdOf("person/a", "command-1").Length.ShouldBe(24);
    }

    [Fact]
    public void A_secret_has_160_bits_of_chance_in_letters_nobody_mistakes()
    {
        var secrets = new Secrets();
        var some = Enumerable.Range(0, 1000).Select(_ => secrets.Next()).ToHashSet();
        some.Count.ShouldBe(1000);
        some.ShouldAllBe(secret => secret.Length == 32 && secret.IndexOfAny("ilou".ToCharArray()) < 0);
    }
}
