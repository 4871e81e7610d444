using NodaTime;

namespace Heluo.Kernel.Tests;

public sealed class CaseNumberTests
{
    private const string Item = "12441500196720244T3442199806003";

    [Theory]
    [InlineData("")]
    [InlineData("SJ")]
    [InlineData("SJ-410105-20210104")]
    [InlineData("SJ-410105-20210104-0001-1")]
    [InlineData("12441500196720244T3442199806003202101040")]
    [InlineData("12441500196720244T34421998060032021010400011")]
    [InlineData("../../../../../../../etc/passwd")]
    public void A_text_of_another_form_is_refused(string text) =>
        CaseNumber.Read(text).Refusal.ShouldNotBeNull().Code.ShouldBe("case_number.format");

    [Theory]
    [InlineData(Item + "202102300001", "case_number.date")]
    [InlineData(Item + "202101040000", "case_number.serial")]
    [InlineData(Item + "2021010400A1", "case_number.serial")]
    [InlineData("12441500196720244T7442199806003202101040001", "implementation_code.level")]
    [InlineData("12441500196720245T3442199806003202101040001", "credit_code.body_check")]
    [InlineData("12441500196720244T344219980600/202101040001", "implementation_code.basic_code")]
    [InlineData("-410105-20210104-0001-", "case_number.format")]
    [InlineData("1J-410105-20210104-0001", "case_number.prefix")]
    [InlineData("S/-410105-20210104-0001", "case_number.prefix")]
    [InlineData("ABCDEFGHI-410105-20210104-0001", "case_number.prefix")]
    [InlineData("SJ-4101051-20210104-0001", "division.length")]
    [InlineData("SJ-410105-20210104-00001", "case_number.serial")]
    [InlineData("SJ-410105-20210104-1000000", "case_number.serial")]
    [InlineData("SJ-410105-20211304-0001", "case_number.date")]
    [InlineData("SJ-410105-2021010-40001", "case_number.date")]
    public void A_wrong_part_is_refused_by_name(string text, string code) =>
        CaseNumber.Read(text).Refusal.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void A_service_number_is_item_date_and_serial()
    {
        var number = CaseNumber.ForService(ImplementationCode.Parse(Item), new LocalDate(2021, 1, 4), 7).Value;
        number.ToString().ShouldBe(Item + "202101040007");
        number.ToString().Length.ShouldBe(CaseNumber.ServiceLength);
        number.Scheme.ShouldBe(CaseNumberScheme.Service);
        number.Implementation.ShouldBe(ImplementationCode.Parse(Item));
        number.Date.ShouldBe(new LocalDate(2021, 1, 4));
        number.Serial.ShouldBe(7);
        number.Division.ShouldBeNull();
        number.Prefix.ShouldBe("");
    }

    [Fact]
    public void A_number_of_the_pack_is_prefix_division_date_and_serial()
    {
        var number = CaseNumber.Parse("sj-410105-20210104-0001");
        number.ToString().ShouldBe("SJ-410105-20210104-0001");
        number.Scheme.ShouldBe(CaseNumberScheme.Prefixed);
        number.Prefix.ShouldBe("SJ");
        number.Division.ShouldBe(DivisionCode.Parse("410105"));
        number.Date.ShouldBe(new LocalDate(2021, 1, 4));
        number.Serial.ShouldBe(1);
        number.Implementation.ShouldBeNull();
        CaseNumber.ForPrefix("SJ", DivisionCode.Parse("410105"), new LocalDate(2021, 1, 4), 1).Value.ShouldBe(number);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000)]
    public void A_full_day_gives_no_more_service_numbers(int serial) =>
        CaseNumber.ForService(ImplementationCode.Parse(Item), new LocalDate(2021, 1, 4), serial)
            .Refusal!.Code.ShouldBe("case_number.serial");

    [Fact]
    public void A_serial_of_the_pack_may_grow_beyond_four_digits()
    {
        var day = new LocalDate(2021, 1, 4);
        CaseNumber.ForPrefix("SJ", DivisionCode.Parse("410105"), day, 123_456).Value.Serial.ShouldBe(123_456);
        CaseNumber.ForPrefix("SJ", DivisionCode.Parse("410105"), day, 1_000_000).IsRefused.ShouldBeTrue();
        CaseNumber.ForPrefix("S-J", DivisionCode.Parse("410105"), day, 1).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void An_implementation_code_tells_agency_level_and_basic_code()
    {
        var code = ImplementationCode.Parse(Item.ToLowerInvariant());
        code.ToString().ShouldBe(Item);
        code.Agency.ToString().ShouldBe("12441500196720244T");
        code.Level.ShouldBe(3);
        code.BasicCode.ShouldBe("442199806003");
        ImplementationCode.Of(code.Agency, 3, "442199806003").Value.ShouldBe(code);
    }

    [Theory]
    [InlineData(0, "442199806003", "implementation_code.level")]
    [InlineData(70, "442199806003", "implementation_code.level")]
    [InlineData(3, "44219980600", "implementation_code.length")]
    [InlineData(3, "44219980600-", "implementation_code.basic_code")]
    public void An_implementation_code_of_wrong_parts_is_refused(int level, string basic, string code) =>
        ImplementationCode.Of(CreditCode.Parse("12441500196720244T"), level, basic).Refusal!.Code.ShouldBe(code);
}
