#include "findings/toml_words.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace yongdi::findings {
namespace {

// The first that occurs in the reader's words tells the reason; the plainer ones come last.
struct Reason {
  std::string_view said, zh;
};
constexpr Reason kReasons[] = {
    {"cannot redefine", "同一个键或表写了两次"},
    {"encountered end-of-file", "文件到此为止，还有引号或括号没有合上"},
    {"expected '='", "键名后面缺等号"},
    {"expected value,", "等号后面没有值"},
    {"could not determine value type", "值读不懂：文字须加引号，日期写作 2012-07-01"},
    {"value-terminator", "值后面多出了字：文字须加引号"},
    {"parsing string", "引号里的文字没有写完，或有不能直接写的字符"},
    {"parsing date", "日期写法不对，应如 2012-07-01"},
    {"parsing time", "时间写法不对"},
    {"parsing inline table", "花括号里没有写对，应如 { zh = \"甲\", en = \"A\" }"},
    {"parsing array", "列表没有写对，应如 [\"甲\", \"乙\"]"},
    {"parsing table header", "表头没有写对，应如 [[parameter]]"},
    {"parsing table", "表头没有写对，应如 [[parameter]]"},
    {"parsing key", "键名没有写对：只用字母、数字、下划线和连字符，其余须加引号"},
    {"leading zeroes", "整数不能以 0 开头"},
    {"parsing integer", "数字写法不对"},
    {"parsing floating-point", "数字写法不对"},
    {"utf-8", "文件不是 UTF-8 编码"},
};

}  // namespace

Text toml_words(std::string_view said) {
  const auto* const known =
      std::find_if(std::begin(kReasons), std::end(kReasons), [&](const Reason& each) { return said.find(each.said) != std::string_view::npos; });
  return {std::string(known != std::end(kReasons) ? known->zh : "写法读不懂"), std::string(said)};
}

}  // namespace yongdi::findings
