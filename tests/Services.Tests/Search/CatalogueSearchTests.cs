using Heluo.Cases;
using Heluo.TestKit;

namespace Heluo.Services.Tests.Search;

public class CatalogueSearchTests
{
    private static async Task<string[]> FindAsync(string words)
    {
        await using var world = await CityWorld.AtAsync("2024-06-03T09:00");
        return [.. new Catalogue(world.Rules, world.Clock).Search(words).Select(item => item.Id)];
    }

    [Theory]
    [InlineData("kfd", "food-business")]
    [InlineData("KFD", "food-business")]
    [InlineData("ｋｆｄ", "food-business")]
    [InlineData("开饭店", "food-business")]
    [InlineData("我想开一家奶茶店", "food-business")]
    [InlineData("食品经营", "food-business")]
    [InlineData("spjy", "food-business")]
    [InlineData("restaurant", "food-business")]
    [InlineData("open a cafe", "food-business")]
    [InlineData("restuarant", "food-business")]
    [InlineData("restaur", "food-business")]
    [InlineData("诊所", "medical-institution")]
    [InlineData("社保卡", "social-security-card")]
    [InlineData("sbk", "social-security-card")]
    [InlineData("排水", "drainage-permit")]
    [InlineData("加装电梯", "lift-addition")]
    public async Task An_everyday_word_finds_the_item_first(string words, string item) =>
        (await FindAsync(words)).FirstOrDefault().ShouldBe(item);

    // The words that a query shares with half the catalogue ("open") do not bring that half with them.
    [Theory]
    [InlineData("open a restaurant", "food-business drainage-permit")]
    [InlineData("I want to open a restaurant", "food-business drainage-permit")]
    [InlineData("open a clinic", "medical-institution")]
    [InlineData("how can I get a card for my newborn", "social-security-card")]
    [InlineData("lift for the house", "lift-addition")]
    public async Task Several_words_find_what_answers_most_of_them(string words, string items) =>
        (await FindAsync(words)).ShouldBe(items.Split(' '));

    [Theory]
    [InlineData("what do you need for this")]
    [InlineData("how to")]
    public async Task Small_words_alone_find_little(string words) =>
        (await FindAsync(words)).Length.ShouldBeLessThanOrEqualTo(2);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("！？。")]
    [InlineData("zzzzqqqq")]
    [InlineData("' OR 1=1 --")]
    [InlineData("龘龘龘")]
    public async Task What_means_nothing_finds_nothing(string words) => (await FindAsync(words)).ShouldBeEmpty();

    [Fact]
    public async Task A_long_query_is_cut_and_answered_at_once()
    {
        await using var world = await CityWorld.AtAsync("2024-06-03T09:00");
        var catalogue = new Catalogue(world.Rules, world.Clock);
        catalogue.Search("开饭店" + new string('x', 100_000)).ShouldNotBeEmpty();
        catalogue.Search(new string('的', 100_000)).Length.ShouldBeLessThanOrEqualTo(20);
        catalogue.Search("a", most: int.MaxValue).Length.ShouldBeLessThanOrEqualTo(50);
    }

    [Theory]
    [InlineData("开", 'k')]
    [InlineData("饭", 'f')]
    [InlineData("店", 'd')]
    [InlineData("啊", 'a')]
    [InlineData("座", 'z')]
    [InlineData("郑", 'z')]
    [InlineData("州", 'z')]
    public void A_character_has_the_first_letter_of_its_pinyin(string character, char letter) =>
        Initials.Of(character[0]).ShouldBe(letter);

    [Theory]
    [InlineData('a')]
    [InlineData('龘')]
    [InlineData('。')]
    [InlineData('\uD83D')]
    public void What_is_no_common_character_has_no_letter(char character) => Initials.Of(character).ShouldBeNull();

    [Theory]
    [InlineData("cat", "cat", true)]
    [InlineData("cta", "cat", true)]
    [InlineData("caat", "cat", true)]
    [InlineData("ct", "cat", true)]
    [InlineData("cut", "cat", true)]
    [InlineData("cats", "cat", true)]
    [InlineData("dog", "cat", false)]
    [InlineData("c", "cat", false)]
    [InlineData("tac", "cat", false)]
    public void One_slip_of_the_finger_is_forgiven(string typed, string meant, bool forgiven) =>
        Typo.IsSlip(typed, meant).ShouldBe(forgiven);
}
