#pragma once
// Tables on their way to the ledger, in its order. SQLite takes rows from one thread alone, so while it takes some, the other threads make the next
// ones, of the same table or the one behind it.
#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "ledger/writer.hpp"
#include "workflow/workers.hpp"

namespace yongdi::workflow {

class LedgerTables {
 public:
  explicit LedgerTables(Pool& pool) : m_pool(pool) {}

  // A table whose rows are made all at once.
  template <class Row>
  void add(std::function<std::vector<Row>()> rows) {
    add_parts<Row>(
        [rows = std::move(rows), made = false](std::vector<Row>& part) mutable { part = std::exchange(made, true) ? std::vector<Row>() : rows(); });
  }

  // A long table: its rows are never in memory all at once, and each part is made by all workers.
  template <class Row>
  void add_in_parts(std::size_t count, std::function<Row(std::size_t)> row) {
    add_parts<Row>([this, count, row = std::move(row), done = std::size_t{0}](std::vector<Row>& part) mutable {
      part.resize(std::min(kRowsPerPart, count - done));
      m_pool.workers()(part.size(), [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) part[i] = row(done + i);
      });
      done += part.size();
    });
  }

  void write(ledger::Writer& writer) {
    if (!m_tables.empty()) m_tables.front()->begin();
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
      if (i + 1 < m_tables.size()) m_tables[i + 1]->begin();
      m_tables[i]->write(writer);
      m_tables[i].reset();
    }
  }

 private:
  static constexpr std::size_t kRowsPerPart = 8192;

  struct Table {
    virtual ~Table() = default;
    virtual void begin() = 0;
    virtual void write(ledger::Writer& writer) = 0;
  };

  // Replaces the rows of a part by those of the next; by none at the end.
  template <class Row>
  using MakePart = std::function<void(std::vector<Row>&)>;

  template <class Row>
  struct Made final : Table {
    Made(Pool& threads, MakePart<Row> how) : pool(threads), make(std::move(how)) {}
    void begin() override {
      making.emplace(pool, [this] { make(coming); });
    }
    void write(ledger::Writer& writer) override {
      writer.write<Row>([this]() -> std::span<const Row> {
        making->wait();
        std::swap(in_hand, coming);
        if (!in_hand.empty()) begin();
        return in_hand;
      });
    }
    Pool& pool;
    MakePart<Row> make;
    std::vector<Row> in_hand, coming;
    std::optional<Ahead> making;
  };

  template <class Row>
  void add_parts(MakePart<Row> make) {
    m_tables.push_back(std::make_unique<Made<Row>>(m_pool, std::move(make)));
  }

  Pool& m_pool;
  std::vector<std::unique_ptr<Table>> m_tables;
};

}  // namespace yongdi::workflow
