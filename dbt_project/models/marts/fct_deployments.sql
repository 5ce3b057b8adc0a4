{{ figures_of('deployment') }}
