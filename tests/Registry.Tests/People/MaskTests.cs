namespace Heluo.Registry.Tests;

public class MaskTests
{
    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("欧阳修远", "欧*")]
    [InlineData("Li Na", "L*")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("", "***")]
    public void A_name_shows_its_first_character_and_not_its_length(string name, string mask) =>
        Mask.Of(MaskKind.Name, name).ShouldBe(mask);

    [Theory]
    [InlineData("410100200002290012", "4101**********0012")]
    [InlineData("E1234567", "******67")]
    [InlineData("1234", "***")]
    public void A_number_shows_its_ends_only_when_it_is_long_enough(string number, string mask) =>
        Mask.Of(MaskKind.Number, number).ShouldBe(mask);

    [Theory]
    [InlineData("13800001234", "138****1234")]
    [InlineData("62345678", "******78")]
    public void A_telephone_shows_who_is_called_to_somebody_who_knows(string phone, string mask) =>
        Mask.Of(MaskKind.Phone, phone).ShouldBe(mask);

    [Fact]
    public void Whatever_else_shows_nothing() => Mask.Of(MaskKind.All, "some secret").ShouldBe("***");
}
