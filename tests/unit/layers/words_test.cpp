// How people write days, numbers, headers and codes: tables of cases.
#include <gtest/gtest.h>

#include "layers/aliases.hpp"
#include "layers/encoding.hpp"
#include "layers/read_day.hpp"
#include "layers/read_number.hpp"
#include "layers/text.hpp"

namespace yongdi::layers {
namespace {

TEST(Days, AreReadAsTheContractSays) {
  const std::pair<const char*, const char*> cases[] = {
      {"2024-12-31", "2024-12-31"},
      {"2024/12/31", "2024-12-31"},
      {"2024/1/5", "2024-01-05"},
      {"2024.12.31", "2024-12-31"},
      {"20241231", "2024-12-31"},
      {"2024年12月31日", "2024-12-31"},
      {"2024年1月5日", "2024-01-05"},
      {"1735574400000", "2024-12-31"},  // 2024-12-31T00:00+08:00
      {"1735574399999", "2024-12-30"},  // a millisecond earlier
      {"2024-12-31 08:30:00", "2024-12-31"},
      {"2024-12-30T16:00:00Z", "2024-12-31"},
      {"2024-12-30T15:59:59Z", "2024-12-30"},
      {"2024-12-31T00:00:00+08:00", "2024-12-31"},
      {"-2209017600000", "1900-01-01"},  // a sentinel, left to is_sentinel
      {"-2209017943000", "1900-01-01"},  // the same in Shanghai's mean time of then
      {"2024-02-30", "unreadable"},
      {"2024-13-01", "unreadable"},
      {"2024年12月", "unreadable"},
      {"2024-12", "unreadable"},
      {"2024/12-31", "unreadable"},
      {"31/12/2024", "unreadable"},
      {"45657", "unreadable"},
      {"待定", "unreadable"},
  };
  for (const auto& [written, day] : cases) {
    const auto read = read_day(written);
    EXPECT_EQ(read ? read->to_iso() : "unreadable", day) << written;
  }
  EXPECT_TRUE(is_sentinel(*read_day("1900-01-01")));
  EXPECT_TRUE(is_sentinel(*read_day("1901-01-02")));
  EXPECT_FALSE(is_sentinel(*read_day("1901-01-01")));
}

TEST(Numbers, AreReadWithSeparatorsWidthsAndUnits) {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"1234.5", "1234.5", ""},
      {"1,234,567.8", "1234567.8", ""},
      {"１２，３４５．６", "12345.6", ""},
      {"-3", "-3", ""},
      {"1.5E+07", "15000000", ""},
      {"0.7655公顷", "0.7655", "ha"},
      {"11.4 亩", "11.4", "mu"},
      {"1,000万元", "1000", "wan_yuan"},
      {"3.5hm2", "3.5", "ha"},
      {"12,34", "unreadable", ""},
      {"1,2345", "unreadable", ""},
      {"1.234,5", "unreadable", ""},
      {"约3", "unreadable", ""},
      {"3-4", "unreadable", ""},
      {"abc", "unreadable", ""},
      {"", "unreadable", ""},
      {",", "unreadable", ""},
      {"1e400", "unreadable", ""},
      {"+7", "7", ""},
      {"+1,234.5", "1234.5", ""},
      {"+", "unreadable", ""},
  };
  for (const auto& [written, number, unit] : cases) {
    const std::string plain = half_width(written);
    const auto read = read_number(plain);
    EXPECT_EQ(read ? read->value.to_string() : "unreadable", number) << written;
    EXPECT_EQ(read && read->unit != nullptr ? read->unit->name : "", unit) << written;
  }
  EXPECT_TRUE(read_number("20%")->percent);
}

TEST(Headers, AreRecognisedAsBureausWriteThem) {
  using facts::Layer;
  const Aliases aliases(YONGDI_DATA_DIR);
  struct Case {
    Layer layer;
    const char *header, *field, *unit;
    bool cut_off = false;
  };
  const Case cases[] = {
      {Layer::parcels, "电子监管号", "id", ""},
      {Layer::parcels, "dzBaBh", "id", ""},
      {Layer::parcels, "合同签定日期", "contract_on", ""},
      {Layer::parcels, " 合同 签订\n日期 ", "contract_on", ""},
      {Layer::parcels, "面积(公顷)", "area", "ha"},
      {Layer::parcels, "面积（公顷）", "area", "ha"},
      {Layer::parcels, "面积公顷", "area", "ha"},
      {Layer::parcels, "成交价格(万元", "price", "wan_yuan"},
      {Layer::parcels, "area_mu", "area", "mu"},
      {Layer::parcels, "price_wan_yuan", "price", "wan_yuan"},
      {Layer::parcels, "Contract On", "contract_on", ""},
      {Layer::parcels, "约定容积率下限", "plot_ratio_min", ""},
      {Layer::parcels, "ｑｄＲｑ", "contract_on", ""},
      {Layer::parcels, "土地使用权", "holder", "", true},
      {Layer::parcels, "约定容积率", "nothing", "", true},  // 下限 or 上限: nobody can tell
      {Layer::parcels, "土地使用权", "nothing", ""},        // nothing was cut off here
      {Layer::parcels, "备注", "nothing", ""},
      {Layer::approvals, "批准文号", "id", ""},
      {Layer::approvals, "用地总面积", "approved_area", ""},
      {Layer::approvals, "最终批准机关", "authority", ""},
      {Layer::parks, "土地总面积（公顷）", "approved_area", "ha"},
      {Layer::buildings, "层数", "floors", ""},
  };
  for (const Case& c : cases) {
    const auto match = aliases.recognise(c.layer, c.header, c.cut_off);
    EXPECT_EQ(match ? facts::fields(c.layer)[match->field].name : "nothing", c.field) << c.header;
    EXPECT_EQ(match && match->unit != nullptr ? match->unit->name : "", c.unit) << c.header;
  }
  EXPECT_TRUE(aliases.recognise(Layer::parcels, "基础完成比例(%)", false)->percent);
}

TEST(Codes, FollowWords) {
  const Aliases aliases(YONGDI_DATA_DIR);
  const auto field = [](facts::Layer layer, const char* name) { return facts::fields(layer)[facts::find_field(layer, name)]; };
  EXPECT_EQ(aliases.code(field(facts::Layer::parks, "level"), "国家级"), "national");
  EXPECT_EQ(aliases.code(field(facts::Layer::parks, "level"), "Provincial"), "provincial");
  EXPECT_EQ(aliases.code(field(facts::Layer::parks, "level"), "星级"), std::nullopt);
  EXPECT_EQ(aliases.code(field(facts::Layer::parcels, "cause"), "g1"), "G1");
  for (const char* yes : {"是", "√", "1", "Y", "true", "yes"}) EXPECT_EQ(aliases.code(field(facts::Layer::parcels, "monitored"), yes), "yes") << yes;
  for (const char* no : {"否", "0", "N", "False"}) EXPECT_EQ(aliases.code(field(facts::Layer::parcels, "monitored"), no), "no") << no;
}

TEST(Encodings, AreToldApart) {
  EXPECT_TRUE(is_utf8("清远"));
  EXPECT_FALSE(is_utf8("\xC7\xE5\xD4\xB6"));
  EXPECT_FALSE(is_utf8("\xC0\x80"));         // overlong
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));     // a surrogate
  EXPECT_TRUE(is_utf8("\xF0\xA0\xAE\xB7"));  // 𠮷
  // Wherever the text stops being ASCII, and starts to be it again.
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t behind = 0; behind < 20; ++behind) {
      const std::string front(before, 'a'), back(behind, 'z');
      EXPECT_TRUE(is_utf8(front + "清" + back + "远")) << before << " " << behind;
      EXPECT_FALSE(is_utf8(front + "清" + back + "\xB6\xD4")) << before << " " << behind;
      EXPECT_EQ(ascii_size(front + "清" + back), before);
    }
    EXPECT_TRUE(is_ascii(std::string(before, '\x7F')));
  }
  EXPECT_EQ(encoding_name("gbk"), kChinese);
  EXPECT_EQ(encoding_name("ANSI 936"), kChinese);
  EXPECT_EQ(encoding_name("utf8"), kUtf8);
  EXPECT_EQ(encoding_name("1252"), "CP1252");
  EXPECT_EQ(encoding_name("88591"), "ISO-8859-1");
  std::string text;
  EXPECT_TRUE(Recoder("GB18030", "UTF-8").convert("\xC7\xE5\xD4\xB6", text));
  EXPECT_EQ(text, "清远");
  EXPECT_THROW(Recoder("Klingon", "UTF-8"), std::invalid_argument);
}

TEST(Texts, KeepEverythingButTheBlanksAround) {
  EXPECT_EQ(trim(" \t\u3000 甲 乙\u3000\u00a0\n"), "甲 乙");
  EXPECT_EQ(trim("\u3000"), "");
  const std::string odd = "\u202e反\x01𠮷";
  EXPECT_EQ(trim(odd), odd);
  EXPECT_EQ(length(cut(std::string(100, 'x'))), 61U);
}

}  // namespace
}  // namespace yongdi::layers
