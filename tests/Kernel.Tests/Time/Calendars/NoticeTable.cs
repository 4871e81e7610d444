namespace Heluo.Kernel.Tests;

/// <summary>
/// The notices of 2019 to 2026 as a table of its own, so that no golden test leans on a file. A line without a date in
/// second place is a holiday: English name, Chinese name, first day, last day, make-up days; else a notice: id, date
/// published, the notice replaced.
/// </summary>
internal static class NoticeTable
{
    public const string Text =
        """
        cn-2019-1 2018-12-06 -
          New_Year 元旦 2018-12-30 2019-01-01 2018-12-29
          Spring_Festival 春节 2019-02-04 2019-02-10 2019-02-02 2019-02-03
          Qingming_Festival 清明节 2019-04-05 2019-04-05
          Labour_Day 劳动节 2019-05-01 2019-05-01
          Dragon_Boat_Festival 端午节 2019-06-07 2019-06-07
          Mid-Autumn_Festival 中秋节 2019-09-13 2019-09-13
          National_Day 国庆节 2019-10-01 2019-10-07 2019-09-29 2019-10-12
        cn-2019-2 2019-03-22 cn-2019-1
          New_Year 元旦 2018-12-30 2019-01-01 2018-12-29
          Spring_Festival 春节 2019-02-04 2019-02-10 2019-02-02 2019-02-03
          Qingming_Festival 清明节 2019-04-05 2019-04-05
          Labour_Day 劳动节 2019-05-01 2019-05-04 2019-04-28 2019-05-05
          Dragon_Boat_Festival 端午节 2019-06-07 2019-06-07
          Mid-Autumn_Festival 中秋节 2019-09-13 2019-09-13
          National_Day 国庆节 2019-10-01 2019-10-07 2019-09-29 2019-10-12
        cn-2020-1 2019-11-21 -
          New_Year 元旦 2020-01-01 2020-01-01
          Spring_Festival 春节 2020-01-24 2020-01-30 2020-01-19 2020-02-01
          Qingming_Festival 清明节 2020-04-04 2020-04-06
          Labour_Day 劳动节 2020-05-01 2020-05-05 2020-04-26 2020-05-09
          Dragon_Boat_Festival 端午节 2020-06-25 2020-06-27 2020-06-28
          National_Day_and_Mid-Autumn_Festival 国庆节、中秋节 2020-10-01 2020-10-08 2020-09-27 2020-10-10
        cn-2020-2 2020-01-27 cn-2020-1
          New_Year 元旦 2020-01-01 2020-01-01
          Spring_Festival 春节 2020-01-24 2020-02-02 2020-01-19
          Qingming_Festival 清明节 2020-04-04 2020-04-06
          Labour_Day 劳动节 2020-05-01 2020-05-05 2020-04-26 2020-05-09
          Dragon_Boat_Festival 端午节 2020-06-25 2020-06-27 2020-06-28
          National_Day_and_Mid-Autumn_Festival 国庆节、中秋节 2020-10-01 2020-10-08 2020-09-27 2020-10-10
        cn-2021-1 2020-11-25 -
          New_Year 元旦 2021-01-01 2021-01-03
          Spring_Festival 春节 2021-02-11 2021-02-17 2021-02-07 2021-02-20
          Qingming_Festival 清明节 2021-04-03 2021-04-05
          Labour_Day 劳动节 2021-05-01 2021-05-05 2021-04-25 2021-05-08
          Dragon_Boat_Festival 端午节 2021-06-12 2021-06-14
          Mid-Autumn_Festival 中秋节 2021-09-19 2021-09-21 2021-09-18
          National_Day 国庆节 2021-10-01 2021-10-07 2021-09-26 2021-10-09
        cn-2022-1 2021-10-25 -
          New_Year 元旦 2022-01-01 2022-01-03
          Spring_Festival 春节 2022-01-31 2022-02-06 2022-01-29 2022-01-30
          Qingming_Festival 清明节 2022-04-03 2022-04-05 2022-04-02
          Labour_Day 劳动节 2022-04-30 2022-05-04 2022-04-24 2022-05-07
          Dragon_Boat_Festival 端午节 2022-06-03 2022-06-05
          Mid-Autumn_Festival 中秋节 2022-09-10 2022-09-12
          National_Day 国庆节 2022-10-01 2022-10-07 2022-10-08 2022-10-09
        cn-2023-1 2022-12-08 -
          New_Year 元旦 2022-12-31 2023-01-02
          Spring_Festival 春节 2023-01-21 2023-01-27 2023-01-28 2023-01-29
          Qingming_Festival 清明节 2023-04-05 2023-04-05
          Labour_Day 劳动节 2023-04-29 2023-05-03 2023-04-23 2023-05-06
          Dragon_Boat_Festival 端午节 2023-06-22 2023-06-24 2023-06-25
          Mid-Autumn_Festival_and_National_Day 中秋节、国庆节 2023-09-29 2023-10-06 2023-10-07 2023-10-08
        cn-2024-1 2023-10-25 -
          New_Year 元旦 2024-01-01 2024-01-01
          Spring_Festival 春节 2024-02-10 2024-02-17 2024-02-04 2024-02-18
          Qingming_Festival 清明节 2024-04-04 2024-04-06 2024-04-07
          Labour_Day 劳动节 2024-05-01 2024-05-05 2024-04-28 2024-05-11
          Dragon_Boat_Festival 端午节 2024-06-10 2024-06-10
          Mid-Autumn_Festival 中秋节 2024-09-15 2024-09-17 2024-09-14
          National_Day 国庆节 2024-10-01 2024-10-07 2024-09-29 2024-10-12
        cn-2025-1 2024-11-12 -
          New_Year 元旦 2025-01-01 2025-01-01
          Spring_Festival 春节 2025-01-28 2025-02-04 2025-01-26 2025-02-08
          Qingming_Festival 清明节 2025-04-04 2025-04-06
          Labour_Day 劳动节 2025-05-01 2025-05-05 2025-04-27
          Dragon_Boat_Festival 端午节 2025-05-31 2025-06-02
          National_Day_and_Mid-Autumn_Festival 国庆节、中秋节 2025-10-01 2025-10-08 2025-09-28 2025-10-11
        cn-2026-1 2025-11-04 -
          New_Year 元旦 2026-01-01 2026-01-03 2026-01-04
          Spring_Festival 春节 2026-02-15 2026-02-23 2026-02-14 2026-02-28
          Qingming_Festival 清明节 2026-04-04 2026-04-06
          Labour_Day 劳动节 2026-05-01 2026-05-05 2026-05-09
          Dragon_Boat_Festival 端午节 2026-06-19 2026-06-21
          Mid-Autumn_Festival 中秋节 2026-09-25 2026-09-27
          National_Day 国庆节 2026-10-01 2026-10-07 2026-09-20 2026-10-10
        """;
}
