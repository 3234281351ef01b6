#include "findings/toml_words.hpp"

#include <gtest/gtest.h>

namespace {

using yongdi::findings::toml_words;

TEST(TomlWords, SayInChineseWhatIsWrong) {
  EXPECT_EQ(toml_words("Error while parsing key-value pair: expected '=', saw 'x'").zh, "键名后面缺等号");
  EXPECT_EQ(toml_words("Error while parsing string: encountered end-of-file").zh, "文件到此为止，还有引号或括号没有合上");
  EXPECT_EQ(toml_words("Error while parsing key-value pair: cannot redefine existing string 'title'").zh, "同一个键或表写了两次");
  EXPECT_EQ(toml_words("something nobody foresaw").zh, "写法读不懂");
  EXPECT_EQ(toml_words("something nobody foresaw").en, "something nobody foresaw");
}

}  // namespace
