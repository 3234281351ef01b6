#include "layers/unit_suspicion.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "findings/catalogue.hpp"
#include "measures/units.hpp"

namespace yongdi::layers {
namespace {

// A measured area and a declared one of the same land agree to a few per cent.
constexpr double kAgree = 0.05;

struct Confusion {
  const measures::Unit* read;   // as which unit the figure was taken, or as good as
  const measures::Unit* meant;  // in which it would agree with the outline
  double factor;                // declared ÷ measured when the one is taken for the other
};

std::vector<Confusion> confusions() {
  constexpr std::array<std::string_view, 3> kUsual = {"m2", "mu", "ha"};
  std::vector<Confusion> all;
  for (const std::string_view read : kUsual) {
    for (const std::string_view meant : kUsual) {
      const measures::Unit *a = measures::find_unit(read), *b = measures::find_unit(meant);
      if (a != b) all.push_back({a, b, (a->factor() / b->factor()).to_double()});
    }
  }
  return all;
}

std::string_view declared_field(facts::Layer layer) { return layer == facts::Layer::parcels ? "area" : "approved_area"; }

std::vector<std::pair<std::string, std::string>> reason(const Confusion& confusion, double declared, double measured) {
  return {{"reason_zh",
           fmt::format("登记 {:.2f} m²，图形 {:.2f} m²，正是{}与{}之比", declared, measured, confusion.read->name_zh, confusion.meant->name_zh)},
          {"reason_en", fmt::format("{:.2f} m² declared, {:.2f} m² measured, which is the ratio of {} to {}", declared, measured,
                                    confusion.read->name, confusion.meant->name)}};
}

}  // namespace

void suspect_units(cadastre::RawLayer& layer, std::vector<findings::Finding>& findings) {
  const facts::Layer kind = layer.table.layer;
  if (kind != facts::Layer::parcels && kind != facts::Layer::approvals && kind != facts::Layer::parks) return;
  const facts::Column area(layer.table, declared_field(kind));
  const facts::Column id(layer.table, "id");
  if (!area.present()) return;
  const std::vector<Confusion> all = confusions();
  struct Hit {
    std::size_t row, confusion;
    double declared, measured;
  };
  std::vector<Hit> hits;
  std::vector<std::size_t> counts(all.size(), 0);
  std::size_t comparable = 0;
  for (std::size_t i = 0; i < layer.features.size(); ++i) {
    const std::optional<measures::Exact> declared = area.exact(layer.table.rows[i]);
    if (!declared || layer.features[i].state != cadastre::ShapeState::polygon) continue;
    const double measured = geometry::plane_area(layer.features[i].shape);
    if (!(measured > 0)) continue;
    ++comparable;
    const double ratio = declared->to_double() / measured;
    for (std::size_t c = 0; c < all.size(); ++c) {
      if (std::abs(ratio / all[c].factor - 1) > kAgree) continue;
      hits.push_back({i, c, declared->to_double(), measured});
      ++counts[c];
    }
  }
  const auto raise = [&](std::string_view code, const Hit& hit) -> findings::Finding& {
    findings::Finding& finding = findings.emplace_back();
    finding.kind = &findings::kind(code);
    finding.place = cadastre::place(layer.table, layer.table.rows[hit.row], declared_field(kind));
    finding.values = reason(all[hit.confusion], hit.declared, hit.measured);
    return finding;
  };
  std::vector<bool> told(all.size(), false);
  for (const Hit& hit : hits) {
    // The whole column is in another unit: one finding, with its first feature for example.
    if (counts[hit.confusion] > 1 && 2 * counts[hit.confusion] > comparable) {
      if (!told[hit.confusion]) {
        findings::Finding& finding = raise("UNIT_WRONG", hit);
        finding.place.row.reset();
        finding.values.emplace_back("count", std::to_string(counts[hit.confusion]));
        finding.values.emplace_back("other", std::to_string(comparable));
        finding.values.emplace_back("unit", all[hit.confusion].meant->name);
        layer.declared_factor = all[hit.confusion].factor;
      }
      told[hit.confusion] = true;
      continue;
    }
    const std::string* name = id.text(layer.table.rows[hit.row]);
    findings::Finding& finding = raise("UNIT_SUSPECT", hit);
    finding.subject = facts::subject(kind);
    if (name != nullptr) finding.subject_id = *name;
  }
}

}  // namespace yongdi::layers
