# Logic synthesis of the RTL that HLS made, for utilization figures.
set here [file dirname [file normalize [info script]]]
cd $here
source project.tcl

add_files [glob ${project_name}_prj/solution1/syn/verilog/*.v]
synth_design -top $project_name -part $part -mode out_of_context
create_clock -period $clock_period -name ap_clk [get_ports ap_clk]
opt_design -retarget -propconst -sweep -bram_power_opt -shift_register_opt
report_utilization -hierarchical -hierarchical_percentages -file vivado_synth.rpt
report_timing_summary -file vivado_timing.rpt
