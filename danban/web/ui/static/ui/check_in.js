// Records who came to a conference. What is recorded waits in this browser until the server has it: a dropped line,
// a closed page or the same operation twice loses and doubles nothing. The token of this phone comes behind "#".
"use strict";

(() => {
  const root = document.getElementById("diem-danh");
  const part = (name) => root.querySelector(`[data-${name}]`);
  const MOST_SHOWN = 60;
  const BATCH = 80;
  const KEPT = "diem-danh"; // apart from what signing out at this machine wipes

  function read(name, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(`${KEPT}:${name}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  }

  function write(name, value) {
    try {
      localStorage.setItem(`${KEPT}:${name}`, JSON.stringify(value));
    } catch {
      say("warning", "Máy hết chỗ lưu. Đừng đóng trang này cho đến khi gửi xong.");
    }
  }

  // Another phone's token clears what the one before kept: a list of names never outlives its conference.
  let token = read("token", "");
  const given = decodeURIComponent(location.hash.slice(1));
  if (given) {
    history.replaceState(null, "", location.pathname);
    if (given !== token && read("waiting", []).length === 0) write("meeting", null);
    token = given;
    write("token", token);
  }
  let meeting = read("meeting", null);
  let waiting = read("waiting", []); // operations the server has not answered yet, oldest first
  const here = new Map(); // key → uuid of what this phone recorded
  for (const one of waiting) if (one.key && one.kind === "present") here.set(one.key, one.uuid);
  let isSending = false;

  function say(kind, sentence) {
    const box = part("said");
    box.className = `notice ${kind}`;
    box.firstElementChild.textContent = sentence;
  }

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

  function newUuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  }

  async function post(address, content) {
    const answer = await fetch(address, {
      method: "POST",
      credentials: "omit",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ device: token, ...content }),
    });
    const found = await answer.json();
    return { status: answer.status, ...found };
  }

  function record(operation) {
    const one = { uuid: newUuid(), came_at: new Date().toISOString(), ...operation };
    waiting.push(one);
    write("waiting", waiting);
    if (one.key) here.set(one.key, one.uuid);
    show();
    send();
    return one.uuid;
  }

  function takeBack(uuid, key) {
    if (key) {
      here.delete(key);
      if (meeting) meeting.present = meeting.present.filter((one) => one !== key);
    }
    record({ kind: "take_back", uuid });
  }

  async function send() {
    if (isSending || !waiting.length || !token) return;
    isSending = true;
    try {
      while (waiting.length) {
        const batch = waiting.slice(0, BATCH);
        const answer = await post(root.dataset.send, { operations: batch });
        if (answer.status !== 200) {
          say("refused", answer.sentence);
          return;
        }
        waiting = waiting.slice(batch.length);
        write("waiting", waiting);
        settle(batch, answer.refused);
      }
      await refresh();
    } catch {
      say("warning", "Chưa có mạng. Cứ điểm danh tiếp, máy sẽ tự gửi khi có mạng lại.");
    } finally {
      isSending = false;
      show();
    }
  }

  function settle(batch, refused) {
    const why = new Map(refused.map((one) => [one.uuid, one.sentence]));
    for (const one of batch) {
      if (!why.has(one.uuid)) continue;
      if (one.key) here.delete(one.key);
      part("recent").querySelector(`[data-uuid="${one.uuid}"]`)?.remove();
      say("refused", `${one.name ?? ""} ${why.get(one.uuid)}`.trim());
    }
  }

  async function load() {
    if (!token) return;
    try {
      const answer = await post(root.dataset.people, {});
      if (answer.status !== 200) {
        leave(answer.sentence);
        return;
      }
      meeting = answer;
      write("meeting", meeting);
      say("info", "Quét giấy mời hoặc chạm vào tên người đã đến.");
    } catch {
      if (meeting) say("warning", "Chưa có mạng. Đang dùng danh sách đã tải.");
      else say("warning", "Chưa có mạng nên chưa tải được danh sách.");
    }
    prepare();
    show();
    send();
  }

  // Let in no longer: names go, what is not sent yet stays.
  function leave(sentence) {
    meeting = null;
    write("meeting", null);
    part("work").hidden = true;
    show();
    say("refused", sentence);
  }

  async function refresh() {
    if (!meeting || document.visibilityState === "hidden") return;
    const answer = await post(root.dataset.people, { only: "present" });
    if (answer.status !== 200) return;
    meeting = { ...meeting, present: answer.present, count: answer.count };
    write("meeting", meeting);
    show();
  }

  function prepare() {
    if (!meeting) return;
    part("title").textContent = meeting.title;
    part("when").textContent = `${meeting.when} · ${meeting.label}`;
    part("work").hidden = false;
    part("scan").hidden = !("BarcodeDetector" in window && navigator.mediaDevices);
    const villages = root.querySelector("#thon");
    part("village").hidden = !meeting.villages.length;
    villages.replaceChildren(villages.firstElementChild);
    for (const one of meeting.villages) villages.add(new Option(one.name, one.id));
    for (const one of meeting.people) one.folded = fold(`${one.name} ${one.code}`);
  }

  function button(words, kind, deed) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `btn ${kind}`;
    made.textContent = words;
    made.addEventListener("click", deed);
    return made;
  }

  function line(name, about, uuid, deed) {
    const made = document.createElement("li");
    made.className = "item";
    made.dataset.uuid = uuid ?? "";
    const what = document.createElement("span");
    what.className = "what";
    const strong = document.createElement("b");
    strong.textContent = name;
    const small = document.createElement("small");
    small.textContent = about;
    what.append(strong, small);
    made.append(what, deed);
    return made;
  }

  function lineOf(one, present) {
    const about = [one.code && `Hộ ${one.code}`, one.group].filter(Boolean).join(" · ");
    if (here.has(one.key)) {
      const uuid = here.get(one.key);
      return line(one.name, about, uuid, button("Đã đến · rút lại", "quiet", () => takeBack(uuid, one.key)));
    }
    if (!present.has(one.key)) return line(one.name, about, "", button("Có mặt", "", () => tick(one)));
    const done = document.createElement("span");
    done.className = "pill done";
    done.textContent = "Đã đến";
    return line(one.name, about, "", done);
  }

  function tick(one) {
    const id = Number(one.key.slice(1));
    record({ kind: "present", key: one.key, name: one.name, [one.key[0] === "d" ? "delegate" : "household"]: id });
    say("success", `Đã ghi: ${one.name}.`);
  }

  function show() {
    part("waiting").hidden = !waiting.length;
    part("waiting").textContent = `còn ${waiting.length} chưa gửi`;
    if (!meeting) return;
    const present = new Set(meeting.present);
    const coming = waiting.filter((one) => one.kind !== "take_back" && !(one.key && present.has(one.key)));
    part("count").textContent = meeting.count + coming.length;
    const words = fold(root.querySelector("#tim").value).split(/\s+/).filter(Boolean);
    const found = meeting.people.filter((one) => words.every((word) => one.folded.includes(word)));
    part("list").replaceChildren(...found.slice(0, MOST_SHOWN).map((one) => lineOf(one, present)));
    part("more").hidden = found.length <= MOST_SHOWN;
    part("more").textContent = `Còn ${found.length - MOST_SHOWN} người nữa. Gõ thêm chữ để thu hẹp.`;
  }

  function walkIn(event) {
    event.preventDefault();
    const form = event.target;
    const name = form.elements.name.value.trim();
    if (!name) return;
    const village = Number(form.elements.village.value) || null;
    const group = form.elements.group;
    const uuid = record({ kind: "walk_in", name, group: group.value, village });
    const undo = button("Rút lại", "quiet", () => {
      part("recent").querySelector(`[data-uuid="${uuid}"]`)?.remove();
      takeBack(uuid, "");
    });
    part("recent").prepend(line(name, group.selectedOptions[0].text, uuid, undo));
    say("success", `Đã ghi: ${name}.`);
    form.elements.name.value = "";
    form.elements.name.focus();
  }

  // A card's secret is the last run of 22 or more letters of what its QR says.
  async function scanned(text) {
    const secret = text.match(/[A-Za-z0-9_-]{22,}(?=\/?$)/)?.[0];
    if (!secret) return say("refused", "Mã này không phải giấy mời.");
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
    const hex = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const one = meeting.people.find((person) => person.mark && hex.startsWith(person.mark));
    if (one && (here.has(one.key) || meeting.present.includes(one.key))) {
      return say("info", `${one.name} đã được ghi.`);
    }
    record({ kind: "present", token: secret, key: one?.key ?? "", name: one?.name ?? "" });
    say("success", one ? `Đã ghi: ${one.name}.` : "Đã ghi, đang hỏi máy chủ tên người này.");
  }

  async function scan() {
    const video = root.querySelector("video");
    if (video.srcObject) {
      video.srcObject.getTracks().forEach((track) => track.stop());
      video.srcObject = null;
      video.hidden = true;
      part("scan").textContent = "Quét giấy mời";
      return;
    }
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      say("warning", "Không mở được máy ảnh. Hãy tìm theo tên.");
      return;
    }
    video.hidden = false;
    await video.play();
    part("scan").textContent = "Dừng quét";
    watch(video, new BarcodeDetector({ formats: ["qr_code"] }));
  }

  async function watch(video, detector) {
    let last = "";
    while (video.srcObject) {
      const codes = await detector.detect(video).catch(() => []);
      if (codes[0] && codes[0].rawValue !== last) {
        last = codes[0].rawValue;
        await scanned(last);
      }
      await new Promise((next) => setTimeout(next, 150));
    }
  }

  root.querySelector("#tim").addEventListener("input", show);
  part("walk-in").addEventListener("submit", walkIn);
  part("scan").addEventListener("click", scan);
  window.addEventListener("online", send);
  setInterval(() => (waiting.length ? send() : refresh().catch(() => {})), 20_000);
  prepare();
  show();
  load();
})();
