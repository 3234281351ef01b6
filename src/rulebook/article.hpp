#pragma once
// The place in a legal document as Chinese law writes it, said in English: "第二条第二款、第三十条" is "art. 2 para. 2, art. 30".
#include <string>
#include <string_view>

namespace yongdi::rulebook {

// What is written otherwise ("容积率计算说明") is given back as it is.
std::string article_in_english(std::string_view written);

}  // namespace yongdi::rulebook
