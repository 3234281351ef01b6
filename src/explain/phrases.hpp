#pragma once
// The words of the trade: how a clerk would say a class, a cause, a day or an area. No code of the program reaches the reader.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explain/story.hpp"
#include "idle/verdict.hpp"
#include "measures/certainty.hpp"

namespace yongdi::explain {

// At most `decimals` places, no trailing zeros.
std::string figure(double value, int decimals);
std::string figure(const measures::Exact& value);
std::string figure(const measures::Exact& value, int decimals);
std::string share(const measures::Exact& value);    // "25 %", "33.33 %"; "1/3" where no decimal says it
Text square_metres(std::optional<double> area_m2);  // "20000.12 m²", or "未知"
Text hectares(std::optional<double> area_m2);       // "2.0000 公顷"
Text percent(std::optional<double> share);          // "56.7 %"
Text day(std::optional<measures::Day> day);
Text unknown();

// "一年", "one year"; without a term in force "规定期限".
Text years(std::optional<int> count);

Text words(idle::Class value, const idle::Terms& terms);
Text words(idle::Stage value);
Text words(idle::Cause value);
Text words(idle::Route value);
Text words(idle::Foundation value);
Text words(measures::Certainty value);   // 是, 否, 未知
Text code_words(std::string_view code);  // of a fact: "piles" → 桩基, "national" → 国家级; itself when it is no code
Text land_class(std::string_view code);  // of the land balance: "idle" → 闲置（疑似或已认定）
Text severity(std::string_view code);    // "error" → 错误
// Of a canonical field: "约定动工日期"; empty for a name that is no field of the layer.
Text field(facts::Layer layer, std::string_view name);
// A fact as a person writes it: "20000 m²", "1200 万元", "桩基".
Text value(const facts::Field& field, const facts::Value& value);

Text same(std::string words);  // one that reads alike in both languages
Text operator+(Text a, const Text& b);
Text joined(const std::vector<Text>& parts, const Text& between);
Text list(const std::vector<Text>& parts);  // "甲、乙", "a, b"
bool empty(const Text& text);

}  // namespace yongdi::explain
