namespace Heluo.Kernel.Tests;

/// <summary>Deny by default: no duty, no right.</summary>
public sealed class ActorTests
{
    private static Actor Officer(params Duty[] duties) => new("officer/li-na", ActorKind.Officer, [.. duties]);

    [Theory]
    [InlineData("approver", "water", "410105560", false)] // another role
    [InlineData("clerk", "health", "410105560", false)] // another agency
    [InlineData("clerk", "water", "410102", false)] // another district
    [InlineData("clerk", "water", "4101", false)] // the city above the district
    [InlineData("clerk", "water", null, false)] // no place said
    [InlineData("clerk", null, "410105", false)] // no agency said
    [InlineData("Clerk", "water", "410105", false)] // roles are exact
    [InlineData("clerk", "water", "410105", true)]
    [InlineData("clerk", "water", "410105560", true)]
    public void A_duty_reaches_its_agency_and_its_area_alone(string role, string? agency, string? area, bool holds) =>
        Officer(new Duty("clerk", "water", "410105")).Holds(role, agency, area).ShouldBe(holds);

    [Fact]
    public void A_duty_without_bounds_reaches_the_whole_city()
    {
        Officer(new Duty("dispatcher")).Holds("dispatcher", "water", "410105").ShouldBeTrue();
        Officer(new Duty("dispatcher")).Holds("dispatcher").ShouldBeTrue();
    }

    [Fact]
    public void Two_duties_do_not_add_up_to_a_third()
    {
        var officer = Officer(new Duty("clerk", "water", "410105"), new Duty("approver", "health", "410102"));
        officer.Holds("approver", "water", "410105").ShouldBeFalse();
        officer.Holds("clerk", "water", "410102").ShouldBeFalse();
    }

    [Fact]
    public void Nobody_and_the_house_hold_no_duty()
    {
        Actor.Nobody.Holds("clerk").ShouldBeFalse();
        Actor.House.Holds("clerk").ShouldBeFalse();
    }

    [Fact]
    public void Who_stands_for_another_acts_on_the_others_matter()
    {
        var resident = new Actor("person/1", ActorKind.Resident, []);
        resident.Subject.ShouldBe("person/1");
        (resident with { OnBehalfOf = "firm/2", Authorization = "auth/3" }).Subject.ShouldBe("firm/2");
    }
}
