#include <gtest/gtest.h>

#include <array>
#include <utility>

#include "measures/certainty.hpp"
#include "measures/digest.hpp"
#include "measures/nearest.hpp"
#include "measures/units.hpp"

namespace {

using namespace yongdi::measures;

TEST(Units, ConvertExactly) {
  EXPECT_EQ(find_unit("mu")->factor() * Exact(15), Exact(10'000)) << "15 亩 = 1 公顷";
  EXPECT_EQ(find_unit("ha")->factor(), Exact(10'000));
  EXPECT_EQ(find_unit("ft2")->factor(), Exact::parse("0.09290304"));
  EXPECT_EQ(find_unit("acre")->factor(), find_unit("ft2")->factor() * Exact(43'560));
  EXPECT_EQ(find_unit("yuan")->factor() * Exact(12'000'000), Exact(1'200));
  EXPECT_EQ(find_unit("yi_yuan")->factor(), Exact(10'000));
  EXPECT_EQ(find_unit("hectare"), nullptr);
}

TEST(Units, AreReadAsBureausWriteThem) {
  for (const auto& [written, name] : {std::pair{"公顷", "ha"},
                                      {" 亩 ", "mu"},
                                      {"平方米", "m2"},
                                      {"㎡", "m2"},
                                      {"M2", "m2"},
                                      {"万㎡", "ha"},
                                      {"平方公里", "km2"},
                                      {"万元", "wan_yuan"},
                                      {"亿元", "yi_yuan"},
                                      {"元", "yuan"},
                                      {"SqFt", "ft2"},
                                      {"HA", "ha"}}) {
    const Unit* unit = find_unit_as_written(written);
    ASSERT_NE(unit, nullptr) << written;
    EXPECT_EQ(unit->name, name) << written;
  }
  EXPECT_EQ(find_unit_as_written("项目名称"), nullptr);
  EXPECT_EQ(find_unit_as_written(""), nullptr);
}

TEST(Units, AreNamedInMessagesAndColumns) {
  EXPECT_EQ(unit_names(Dimension::area), "m2, ha, mu, km2, ft2, acre");
  EXPECT_EQ(unit_names(Dimension::money), "yuan, wan_yuan, yi_yuan");
  EXPECT_EQ(canonical_unit(Dimension::area).name, "m2");
  EXPECT_EQ(canonical_suffix(Dimension::money), "_wan_yuan");
  EXPECT_EQ(canonical_suffix(Dimension::none), "");
}

TEST(Nearest, AnswersAMistypedName) {
  constexpr std::array<std::string_view, 5> kNames = {"source", "layer", "encoding", "批准文号", "批准面积"};
  EXPECT_EQ(nearest_name("soruce", kNames), "source");
  EXPECT_EQ(nearest_name("encodng", kNames), "encoding");
  EXPECT_EQ(nearest_name("批准文", kNames), "批准文号");
  EXPECT_EQ(nearest_name("tolerance", kNames), "");
  EXPECT_EQ(nearest_name("x", {}), "");
}

TEST(Digest, IsSha256) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  Digest digest;
  digest.add("a");
  digest.add("bc");
  EXPECT_EQ(digest.finish(), sha256("abc"));
}

TEST(Certainty, UnknownIsNeitherYesNorNo) {
  EXPECT_EQ(either(Certainty::yes, Certainty::unknown), Certainty::yes);
  EXPECT_EQ(either(Certainty::no, Certainty::unknown), Certainty::unknown);
  EXPECT_EQ(both(Certainty::yes, Certainty::unknown), Certainty::unknown);
  EXPECT_EQ(both(Certainty::no, Certainty::unknown), Certainty::no);
}

}  // namespace
