#include "quota/entries.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

namespace yongdi::quota {
namespace {

using measures::Day;
using measures::Exact;

struct Lot {
  int year;
  Exact left;
};

// One park and type, taken through its days.
class Account {
 public:
  Account(std::optional<int> carry_years, TypeBalance& balance, std::vector<Entry>& out) : m_carry(carry_years), m_balance(balance), m_out(out) {}

  void take(const Entry& entry, int year) {
    lapse_before(year);
    m_out.push_back(entry);
    switch (entry.movement) {
      case Movement::grant:
      case Movement::carry:
        m_balance.granted_m2 += entry.amount_m2;
        m_lots.push_back({entry.movement == Movement::carry ? year - 1 : year, entry.amount_m2});
        std::stable_sort(m_lots.begin(), m_lots.end(), [](const Lot& a, const Lot& b) { return a.year < b.year; });
        break;
      case Movement::use:
        m_balance.used_m2 += entry.amount_m2;
        draw(entry);
        break;
      case Movement::lapse:
        m_balance.lapsed_m2 += entry.amount_m2;
        draw(entry);
        break;
    }
  }

  // What its years are over for, on the first day of `year`.
  void lapse_before(int year) {
    if (!m_carry) return;
    Exact gone;
    while (!m_lots.empty() && m_lots.front().year + *m_carry < year) {
      gone += m_lots.front().left;
      const int last = m_lots.front().year + *m_carry;
      m_lots.pop_front();
      if (!m_lots.empty() && m_lots.front().year + *m_carry == last) continue;
      if (!gone.is_zero()) {
        m_balance.lapsed_m2 += gone;
        m_out.push_back({m_balance.park, m_balance.type, Movement::lapse, gone, {}, Day::from_ymd(last, 12, 31)});
      }
      gone = Exact(0);
    }
  }

 private:
  void draw(const Entry& entry) {
    Exact wanted = entry.amount_m2;
    while (!m_lots.empty() && !wanted.is_zero()) {
      const Exact part = std::min(wanted, m_lots.front().left);
      wanted = wanted - part;
      m_lots.front().left = m_lots.front().left - part;
      if (m_lots.front().left.is_zero()) m_lots.pop_front();
    }
    if (wanted.is_zero() || m_balance.overdrawn_m2 > Exact(0)) return;
    m_balance.overdrawn = entry.day;
    m_balance.overdrawn_m2 = wanted;
  }

  std::optional<int> m_carry;
  TypeBalance& m_balance;
  std::vector<Entry>& m_out;
  std::deque<Lot> m_lots;  // the oldest first
};

}  // namespace

std::string_view to_text(Movement movement) {
  constexpr std::string_view kNames[] = {"grant", "carry", "use", "lapse"};
  return kNames[static_cast<std::size_t>(movement)];
}

findings::Text words(Movement movement) {
  switch (movement) {
    case Movement::grant:
      return {"下达", "granted"};
    case Movement::carry:
      return {"结转", "carried over"};
    case Movement::use:
      return {"使用", "used"};
    case Movement::lapse:
      break;
  }
  return {"核销", "lapsed"};
}

findings::Text type_words(std::string_view type) {
  static const std::map<std::string_view, findings::Text> kWords = {
      {"NAT", {"国家和省重大项目配置", "key projects of state and province"}},
      {"STK", {"存量处置核定", "earned by disposal"}},
      {"BASE", {"基础指标", "base"}},
      {"SPEC", {"市统筹专项", "city special"}},
      {"OWN", {"县区自行安排", "county's own"}},
      {"IND", {"省级产业指标", "provincial industry"}},
      {"RWD", {"奖励", "reward"}},
      {"LNK", {"增减挂钩", "linked rural reduction"}},
      {"REC", {"复垦盘活", "reclamation"}},
      {"RUR", {"乡村", "rural"}},
  };
  return kWords.at(type);
}

findings::Text type_with_code(std::string_view type) {
  const findings::Text words = type_words(type);
  return {std::string(type) + " " + words.zh, std::string(type) + " " + words.en};
}

Entries balance(const std::vector<Entry>& entries, int year, std::optional<int> carry_years) {
  Entries result;
  const Day last = *Day::from_ymd(year, 12, 31);
  std::vector<const Entry*> counted;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].day && *entries[i].day > last) {
      result.later.push_back(i);
    } else {
      counted.push_back(&entries[i]);
    }
  }
  // Within a day what comes in comes before what goes out: a use on the day of the grant is covered by it.
  const auto key = [&](const Entry* entry) {
    return std::tuple(std::string_view(entry->park), std::string_view(entry->type), entry->day.value_or(last), entry->movement, entry->amount_m2,
                      std::string_view(entry->document));
  };
  std::sort(counted.begin(), counted.end(), [&](const Entry* a, const Entry* b) { return key(a) < key(b); });
  for (std::size_t begin = 0; begin < counted.size();) {
    const Entry& first = *counted[begin];
    TypeBalance& total = result.balances.emplace_back();
    total.park = first.park;
    total.type = first.type;
    Account account(carry_years, total, result.entries);
    std::size_t at = begin;
    for (; at < counted.size() && counted[at]->park == first.park && counted[at]->type == first.type; ++at)
      account.take(*counted[at], counted[at]->day.value_or(last).year());
    account.lapse_before(year);
    total.balance_m2 = total.granted_m2 - total.used_m2 - total.lapsed_m2;
    begin = at;
  }
  return result;
}

}  // namespace yongdi::quota
