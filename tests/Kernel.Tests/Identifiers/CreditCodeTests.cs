namespace Heluo.Kernel.Tests;

public sealed class CreditCodeTests
{
    [Theory]
    [InlineData("", "credit_code.length")]
    [InlineData("12345", "credit_code.length")]
    [InlineData("91410100TTTTTT01122", "credit_code.length")]
    [InlineData("9141010OTTTTTT0112", "credit_code.format")]
    [InlineData("91410100TTTTTT01I2", "credit_code.format")]
    [InlineData("91410100TTTTTT01１2", "credit_code.format")]
    [InlineData("91410100TTTTTT\u000011", "credit_code.length")]
    [InlineData("B1410100TTTTTT0112", "credit_code.registry")]
    [InlineData("91A10100TTTTTT0112", "credit_code.division")]
    [InlineData("91410100TTTTTT0122", "credit_code.body_check")]
    [InlineData("91410100TTTTTT0113", "credit_code.check_digit")]
    public void A_wrong_code_is_refused_by_name(string text, string code)
    {
        CreditCode.Read(text).Refusal.ShouldNotBeNull().Code.ShouldBe(code);
        CreditCode.TryParse(text, null, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("91410100TTTTTT0112")]
    [InlineData("91410100TTTTTT02XR")]
    [InlineData("92410100TTTTTT038N")]
    [InlineData("11410100TTTTTT046W")]
    [InlineData("52410100TTTTTT054G")]
    [InlineData("12410100TTTTTT062F")]
    [InlineData("12441500196720244T")]
    public void A_right_code_tells_its_parts(string text)
    {
        var code = CreditCode.Parse(text);
        code.ToString().ShouldBe(text);
        (code.Registry, code.Kind, code.Division, code.Body)
            .ShouldBe((text[0], text[1], text[2..8], text[8..17]));
    }

    [Fact]
    public void Small_letters_are_read_as_large() =>
        CreditCode.Parse("91410100tttttt02xr").ShouldBe(CreditCode.Parse("91410100TTTTTT02XR"));

    [Fact]
    public void Every_single_wrong_character_is_found()
    {
        const string Right = "91410100TTTTTT02XR";
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (var place = 0; place < Right.Length; place++)
        {
            foreach (var character in Alphabet)
            {
                var wrong = Right.ToCharArray();
                wrong[place] = character;
                CreditCode.Read(wrong).IsRefused.ShouldBe(character != Right[place]);
            }
        }
    }
}
